# For scripts that print TAP, by `. tests/tap.sh`: each check is a command that must succeed.
count=0 failed=0

holds() { # name, command ...: what the command said is shown if it fails
    count=$((count + 1))
    check=$1
    shift
    if said=$("$@" 2>&1); then echo "ok $count - $check"; else
        failed=1
        echo "not ok $count - $check"
        printf '%s\n' "$said" | sed 's/^/# /'
    fi
}

skips() { # name, what this machine lacks for it
    count=$((count + 1))
    echo "ok $count - $1 # SKIP $2"
}

tap_end() {
    echo "1..$count"
    exit "$failed"
}
