#!/bin/sh
# Makes this folder ready to run: Debian packages, uv in .tools, the environment in .venv (docs/setup.md).
# Called by ./run and ./check at every start: silent and quick when there is nothing to do.
set -eu
exec >&2
cd -- "${0%/*}/.."

packages="
    bluez ca-certificates dbus-daemon
    libbrotli1 libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libpulse0 libxkbcommon0
    libwayland-cursor0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0
    libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxrandr2
    espeak-ng-data libspeechd2 speech-dispatcher speech-dispatcher-espeak-ng
"
stamp=.tools/stamp # what the environment was made from, or "unfinished"
folder=$(pwd -P)
wanted="$folder
$(cksum scripts/setup.sh scripts/uv.txt pyproject.toml uv.lock)"

say() { printf 'Hip Coach set-up: %s\n' "$*"; }

stop() {
    say "$@"
    exit 1
}

stamped() { cat "$stamp" 2>/dev/null || true; }

is_ready() { [ -x .venv/bin/python ] && [ -x .venv/bin/hipcoach ] && [ "$(stamped)" = "$wanted" ]; }

# Let one start at a time set up; the lock falls with this process.
take_turn() {
    if ! mkdir -p .tools || ! [ -w .tools ]; then
        stop "cannot write in $folder. Copy the folder to a place of your own and start it there."
    fi
    if command -v flock >/dev/null; then
        exec 9>.tools/lock
        flock -n 9 && return
        say "another start is setting up; waiting for it."
        flock 9
    else
        until mkdir .tools/lock.d 2>/dev/null; do
            say "another start is setting up; waiting for it. (If there is none, delete $folder/.tools/lock.d)"
            sleep 2
        done
        trap 'rmdir .tools/lock.d' EXIT
        trap 'exit 1' HUP INT TERM
    fi
}

# Set $python to the first Python 3.11 to 3.13 that can make environments.
find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        python=$("$name" -c 'import ensurepip, sys
print(sys.executable)
sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null) && return
    done
    return 1
}

missing_packages() {
    command -v dpkg-query >/dev/null || return 0
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ') "
    find_python || printf 'python3-venv '
    for package in $packages; do
        case $installed in
        *" installed:$package "* | *" installed:${package}t64 "*) ;; # Debian 13 renamed some
        *) printf '%s ' "$package" ;;
        esac
    done
}

install_packages() {
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    say "these Debian packages are needed: $missing"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
        command -v sudo >/dev/null && sudo true || ask_for_packages
    fi
    $as_root apt-get update -qq 9>&- </dev/null || say "the list of packages could not be brought up to date; going on."
    # shellcheck disable=SC2086  # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $missing 9>&- </dev/null || ask_for_packages
}

ask_for_packages() {
    say "they could not be installed from here. Run this one line as root, then start again:"
    printf '\n    apt-get update && apt-get install -y --no-install-recommends %s\n\n' "${missing% }"
    exit 1
}

install_uv() {
    cmp -s scripts/uv.txt .tools/uv/pin && return
    say "fetching uv, which builds the environment."
    rm -rf .tools/uv
    "$python" -m venv .tools/uv
    .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
        --require-hashes -r scripts/uv.txt || stop "uv could not be fetched. Check the network and start again."
    cp scripts/uv.txt .tools/uv/pin
}

build_environment() {
    case $(stamped) in
    "" | "$folder
"*) .venv/bin/python -c '' 2>/dev/null || rm -rf .venv ;; # its Python may be gone
    *) rm -rf .venv ;; # left half-made by a killed start, or made before the folder moved
    esac
    say "building the environment in $folder/.venv (the first time it fetches about 300 MB)."
    echo unfinished >"$stamp"
    unset VIRTUAL_ENV UV_PROJECT_ENVIRONMENT
    UV_PYTHON_DOWNLOADS=never .tools/uv/bin/uv sync --frozen --compile-bytecode --python "$python" ||
        stop "the environment could not be built. Check the network and the free disk space, and start again."
    .venv/bin/python -m compileall -q coach sensors ui assets
    printf '%s\n' "$wanted" >"$stamp"
    say "done."
}

if ! is_ready; then
    take_turn
    if ! is_ready; then
        install_packages
        find_python || stop "Python 3.11, 3.12 or 3.13 with venv is needed and was not found. Install it and start again."
        install_uv
        build_environment
    fi
fi
