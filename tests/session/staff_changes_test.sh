#!/bin/sh
# The card of a stick says what would change, whichever file it is in: people of a table, playlists, words for danger, the
# hours of a crisis line, pictures. What changes nothing says so.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

# "card NAME DIR LINE...": the stick NAME, made below, against DIR as it came with the program; each LINE is on its card.
card() {
    name=$1
    shown=$2
    shift 2
    {
        printf 'stick in %s\nwait 2s\nexpect screen stick\n' "$name"
        for line in "$@"; do printf '%s\n' "$line"; done
        printf 'audit\npicture %s\n' "$name"
    } >"$work/card"
    visit "$name" $shown <"$work/card"
}
# A stick with a copy of DIR on it, at $copy, to be changed.
copied() { # name, DIR
    fresh
    stick "$1"
    cp -r "$2" "$work/sticks/.$1/"
    copy=$work/sticks/.$1/$(basename "$2")
    sed -i 's/^version: .*/version: 9.9.9/' "$copy"/pack.yaml "$copy"/site.yaml 2>/dev/null
}
both='tests/packs/good/visit tests/packs/good/clinic'

copied number_in_a_table tests/packs/good/clinic
sed -i 's/416-555-2001/416-999-6666/' "$copy/therapists.csv"
card number_in_a_table "$both" 'expect text "Ada Stone: phone"' 'expect text "Phone numbers change"' 'expect text "416-999-6666"' 'expect text "416-555-2001"'

# The same people in the list: who was in the table is neither new nor gone.
copied people_in_a_list tests/packs/good/clinic
rm "$copy/therapists.csv"
cat >>"$copy/therapists.yaml" <<END
therapists:
  - {name: Ada Stone, id: ada, profession: psychologist, credentials: PhD, focus: [Couples, Teens], languages: [English, Français],
     meets: [In person, Online], cost: [Full fee], fee: \$120-150, insurance: receipts, new-clients: yes, wait-weeks: 2,
     phone: 416-555-2001, email: ada@example.org, place: 2 Hill Road, distance-km: 1.2, step-free: yes,
     note: {en: "One step, then \"one more\".", fr: "Un pas, puis un autre."}}
  - {name: Noor Haddad, id: noor, profession: psychologist, focus: [couples], languages: [ar, en], meets: [online],
     cost: [full-fee], fee: 140, insurance: ask, new-clients: waitlist, wait-weeks: 6, phone: 416-555-2002}
  - {name: Jean Roy, id: jean, profession: psychologist, focus: [teens], languages: [fr], meets: [in-person], cost: [free],
     insurance: none-needed, new-clients: yes, wait-weeks: 0, phone: 416-555-2003, place: "5, rue du Lac", distance-km: "3,4",
     step-free: no}
  - {name: Zoé Gagnon, profession: psychologist, focus: [teens], languages: [fr, en], meets: [in-person], cost: [free],
     insurance: none-needed, new-clients: no, phone: 416-555-2004 x 12, distance-km: 0.5}
END
sed -i 's/^  volume: 30/  volume: 31/' "$copy/site.yaml"
card people_in_a_list "$both" 'expect text "display: volume"' 'expect no-text "Ada Stone"' 'expect no-text "Zoé Gagnon"' 'expect text "No phone number changes"'

copied playlist tests/packs/good/clinic
sed -i 's/pages: \[pebble\]/pages: [pebble, walk]/' "$copy/site.yaml"
card playlist "$both" 'expect text "Mornings: pages"'

copied words_for_danger tests/packs/good/visit
printf 'phrases: [hurt myself, no way out]\n' >"$copy/en/support.yaml"
printf 'phrases: [me faire du mal]\n' >"$copy/fr/support.yaml"
card words_for_danger "$both" 'expect text "support.yaml"' 'expect text "hurt myself"' 'expect no-node #preview'

copied crisis_hours tests/packs/good/visit
sed -i 's/note: Call or text\./note: From 9 to 5./' "$copy/en/pack.yaml"
card crisis_hours "$both" 'expect text "Crisis line: note"'

copied pictures_only tests/packs/good/visit
picture=$(find "$copy/images" -name '*.svg' | head -n 1)
printf '<!-- drawn anew -->\n' >>"$picture"
card pictures_only "$both" 'expect text "Also other things"' 'tap #every' 'wait 1s' 'expect text "Pictures"'
tap_end
