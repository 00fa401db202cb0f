#!/bin/sh
# A pack's way from `hearth new` to a kiosk and back, as a person types it; and what minisign makes of our signatures.
cd "$(dirname "$0")/../.." || exit 2
hearth=$(realpath "$HEARTH")
shipped=$(realpath content)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
number=0
ends() { # name, status, words that it says, command ...
    name=$1 status=$2 words=$3
    shift 3
    "$@" >out 2>&1 </dev/null
    found=$?
    number=$((number + 1))
    if [ $found = "$status" ] && { [ -z "$words" ] || grep -qF -- "$words" out; }; then echo "ok $number - $name"; else
        echo "not ok $number - $name (exit $found)"
        head -n 20 out | sed 's/^/# /'
    fi
}
fed() { # what is typed, command ...
    typed=$1
    shift
    printf '%s\n%s\n' "$typed" "$typed" | "$@"
}
h() { "$hearth" "$@"; }
export HEARTH_STATE="$scratch/state"
unset HEARTH_KEY

ends 'a new pack is written' 0 'is a pack that works' h new sleep
ends 'and passes the check as it is' 0 'No problems in 1 pack' h check sleep
ends 'it is called what its folder is called' 0 'id: sleep' grep '^id:' sleep/pack.yaml
ends 'nothing is written over' 1 'there is something in sleep already' h new sleep
ends "the clinic's own sample is written" 0 'is a pack that works' h new --site clinic
ends 'each sample tells an editor its schema' 0 '$schema=' grep -h 'yaml-language-server' sleep/en/welcome.yaml clinic/site.yaml
# shellcheck disable=SC2016 # the dollar is the modeline's
ends 'and so does every file that is shipped' 1 '' sh -c 'grep -rL --include=*.yaml "yaml-language-server: [$]schema=" "$1" | grep .' sh "$shipped"
ends 'a key needs a name' 64 'there is an argument missing' h keygen
ends 'a key without a password' 0 'In words, to compare' h keygen --no-password --name 'Content team' team
ends 'a key is never written over' 2 'nothing was written' h keygen --no-password team
ends 'a key with one' 0 'keep it where only' fed secret "$hearth" keygen locked
ends 'two passwords that differ make none' 1 'not the same' sh -c "printf 'a\nb\n' | '$hearth' keygen other"
ends 'signing needs a key' 64 'it needs a secret key' h sign sleep
ends 'nobody has signed it yet' 1 'this folder is not signed' h verify --key team.pub sleep
ends 'it is signed' 0 'Signed sleep, version 1.0.0' h sign --key team.key sleep
ends 'and passes the check still' 0 'No problems' h check sleep
ends 'the signature is verified' 0 'Signed by Content team' h verify --key team.pub sleep
ends 'by the right key only' 1 'by a key that is not known here' h verify --key locked.pub sleep
if command -v minisign >/dev/null; then
    ends 'minisign verifies it, too' 0 'Signature and comment signature verified' minisign -Vm sleep/manifest.txt -p team.pub
    ends 'minisign signs with our key' 0 '' minisign -Sm sleep/manifest.txt -s team.key
    ends 'and we verify what it signed' 0 'Signed by Content team' h verify --key team.pub sleep
    minisign -GW -p theirs.pub -s theirs.key >/dev/null 2>&1 </dev/null
    ends 'we sign with a key of minisign' 0 'Signed sleep' h sign --key theirs.key sleep
    ends 'which minisign verifies' 0 'signature verified' minisign -Vm sleep/manifest.txt -p theirs.pub
    minisign -lSm sleep/manifest.txt -s theirs.key >/dev/null 2>&1 </dev/null
    ends 'the legacy kind is refused' 1 'signature-legacy' h verify --key theirs.pub sleep
    ends 'minisign takes our password' 0 '' fed secret minisign -Sm sleep/manifest.txt -s locked.key
else
    number=$((number + 1))
    echo "ok $number - minisign and this program read each other's signatures # SKIP it takes minisign"
fi
ends 'a password is asked for' 0 'Signed sleep' fed secret "$hearth" sign --key locked.key sleep
ends 'and must be right' 2 'the password is not right' fed wrong "$hearth" sign --key locked.key sleep
ends 'a pack with mistakes is not signed' 1 'the folder is not signed' sh -c "cp -r sleep poor && rm poor/en/welcome.yaml && '$hearth' sign --key team.key poor"

h sign --key team.key --counter 5 sleep >/dev/null
mkdir -p state/keys && cp team.pub state/keys
ends 'an empty kiosk says so' 0 'No pack is installed' h list
ends 'a pack is installed' 0 'Installed sleep, version 1.0.0.' h install sleep
ends 'the same again is no trouble' 0 'already on the kiosk' h install sleep
ends 'it is listed' 0 'Content team' h list
cp -r sleep next && sed -i 's/^version: .*/version: 1.1.0/' next/pack.yaml && sed -i 's/9-8-8, v/2-1-1, v/' next/pack.yaml
ends 'a change after signing is named' 1 'next/pack.yaml: changed-after-signing' h install next
ends 'and so it is on verifying' 1 'the signature does not hold' h verify next
ends 'versions are told apart' 1 'number   Suicide Crisis Helpline: 9-8-8 -> 2-1-1' h diff sleep next
ends 'equals are equal' 0 '0 pages added, 0 changed, 0 removed' h diff sleep sleep
ends 'two packs are not two versions' 2 'these are two packs' h diff sleep clinic
h sign --key team.key --counter 6 next >/dev/null
ends 'changed numbers are asked about' 1 'Phone numbers change' h install next
ends 'and installed when told so' 0 'Installed sleep, version 1.1.0 (before: 1.0.0)' h install --unsigned next
ends 'older is refused' 1 'older than the one on the kiosk' h install --unsigned sleep
ends 'going back' 0 'is back at version 1.0.0' h rollback
ends 'and forth' 0 'is back at version 1.1.0' h rollback sleep
ends 'not for what is not there' 1 'no such pack' h rollback nothing
ends "the clinic's own pack needs a yes, too" 1 'add --unsigned' h install clinic
ends 'and has a place of its own' 0 'Installed site' h install --unsigned clinic
ends 'a program can read the list' 0 '"id": "site"' h list --json
ends 'what is no pack is refused in words' 1 'so this is no pack' h install --unsigned state
ends 'what is not there cannot be read' 2 'there is no folder "nowhere"' h install nowhere
for page in state/packs/sleep/6-*/en/welcome.yaml; do echo x >>"$page"; done
ends 'damage is found' 1 'is damaged on this kiosk, so version 1.0.0 is shown' h list
cat state/packs/site/*/site.yaml >own
cp -r next third && sed -i 's/^version: .*/version: 1.2.0/' third/pack.yaml && rm third/manifest.txt*
cp clinic/site.yaml third
ends "a topic that brings a clinic's file is refused" 1 'both a pack.yaml and a site.yaml' h install --unsigned third
rm third/site.yaml
ends 'an update of a topic' 0 'Installed sleep, version 1.2.0' h install --unsigned third
ends "leaves the clinic's own words as they were" 0 '' sh -c 'cat state/packs/site/*/site.yaml | cmp - own'
sed -i 's/^id: .*/id: site/' third/pack.yaml
ends 'and cannot call itself the clinic' 1 'may be called site' h install --unsigned third
ends 'a PIN is set, and its code shown' 0 'The recovery code' fed 481516 "$hearth" pin
ends 'but not any' 1 'the first that anyone would try' fed 123456 "$hearth" pin
ends 'state can be anywhere' 0 'No pack is installed in elsewhere' h list --state elsewhere
for command in keygen sign verify install rollback list diff new pin; do
    ends "$command explains itself" 0 'Exit status: 0' h $command --help
    ends "$command knows its options" 64 'there is no such option' h $command --bogus
done
echo "1..$number"
