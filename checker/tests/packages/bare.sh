#!/bin/sh
# closewait on a Debian 12 that has nothing: usage: bare.sh [--demo-only] [DIRECTORY]
#
# Makes two bare systems by debootstrap. The first one clones the repository, runs the commands of README.md (./dev demo
# and ./dev test; with --demo-only the first alone) and makes the package; the second one installs that, and checks the
# seed. Needs root, debootstrap, git, a network, and about 4 GB in DIRECTORY (default: a temporary one, removed at the
# end); what is committed is what is tested.
set -eu

repository=$(cd "$(dirname "$0")/../../.." && pwd -P)
mirror=${MIRROR:-http://deb.debian.org/debian}
security=${SECURITY_MIRROR:-http://deb.debian.org/debian-security}
suite=bookworm
commands='demo test'
if [ "${1:-}" = --demo-only ]; then
    commands=demo
    shift
fi
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null || ! command -v git >/dev/null; then
    echo 'bare.sh: needs root, debootstrap and git' >&2
    exit 2
fi
kept=${1:-}
work=${kept:-$(mktemp -d)}
mkdir -p "$work"

say() {
    echo "bare.sh: $*" >&2
}

# Only what a system that runs would have.
mount_all() {
    mount -t proc proc "$1/proc" 2>/dev/null || mount --bind /proc "$1/proc"
    mount --bind /dev "$1/dev"
    mount --bind /dev/pts "$1/dev/pts"
}
unmount_all() {
    for system in build install; do
        for place in proc dev/pts dev; do
            ! mountpoint -q "$work/$system/$place" || umount "$work/$system/$place" || umount -l "$work/$system/$place"
        done
    done
}
clean_up() {
    unmount_all
    [ -n "$kept" ] || rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 2' HUP INT TERM

# make_system NAME: a copy of the bare system.
make_system() {
    unmount_all
    rm -rf --one-file-system "${work:?}/$1"
    cp -a "$work/base" "$work/$1"
    mount_all "$work/$1"
}

# inside NAME COMMAND...
inside() {
    system=$1
    shift
    chroot "$work/$system" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home LC_ALL=C \
        DEBIAN_FRONTEND=noninteractive CI=true ${http_proxy:+http_proxy="$http_proxy"} "$@" </dev/null
}

if [ ! -d "$work/base/usr" ]; then
    say "making a bare $suite"
    debootstrap --variant=minbase "$suite" "$work/base" "$mirror" >"$work/debootstrap.log"
    cat >"$work/base/etc/apt/sources.list" <<TEXT
deb $mirror $suite main
deb $mirror $suite-updates main
deb $security $suite-security main
TEXT
fi

say 'the first system: building from the sources'
make_system build
inside build apt-get -qq update
inside build apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends ca-certificates git >"$work/build.log"
git clone -q --no-hardlinks "$repository" "$work/build/home/closewait"
for command in $commands; do
    say "./dev $command"
    inside build sh -c "cd ~/closewait && ./dev $command" >"$work/$command.log" 2>&1 || {
        tail -n 60 "$work/$command.log"
        say "./dev $command failed; $work/$command.log is gone with the directory unless you name one"
        exit 1
    }
    tail -n 4 "$work/$command.log"
done

say 'the package'
inside build apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends dpkg-dev file >>"$work/build.log"
inside build sh -c 'cd ~/closewait && cmake build/release >/dev/null && cd build/release && cpack -G "DEB;TGZ"' >"$work/cpack.log"
cp "$work"/build/home/closewait/build/release/closewait_*.deb "$work"

say 'the second system: installing the package'
make_system install
cp "$work"/closewait_*.deb "$work/install/home"
cp -R "$repository/testdata/seed" "$work/install/home/seed"
inside install apt-get -qq update
inside install sh -c 'apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends libc6-dev ~/closewait_*.deb' >"$work/install.log"
inside install closewait --version
status=0
inside install sh -c 'cd && closewait check -p seed' >"$work/seed.txt" || status=$?
grep ': warning: ' "$work/seed.txt"
[ $status -eq 1 ] || { say "closewait check -p seed: exit status $status, not 1"; exit 1; }
for rule in flag-never-set hollow-close; do
    grep -q "\\[$rule" "$work/seed.txt" || { say "closewait did not find the $rule of the seed"; exit 1; }
done
[ -s "$work/install/usr/share/man/man1/closewait.1" ] || [ -s "$work/install/usr/share/man/man1/closewait.1.gz" ] ||
    { say 'there is no man page'; exit 1; }
inside install closewait explain hollow-close >"$work/page.md"
cmp "$work/page.md" "$repository/rules/hollow-close.md"
say 'all is well'
