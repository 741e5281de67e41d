# Completions of closewait for bash, made by `closewait completion bash`.

_closewait() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='' i
    # bash makes three words of --level=x, and of sarif:x.
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --) return ;;
        check | facts | link | baseline | doctor | explain | completion | rules) command=${command:-${COMP_WORDS[i]}} ;;
        esac
    done
    case $before in
    --baseline) return ;;
    --cache-dir) compopt -o dirnames +o default; return ;;
    --color) words='auto always never' ;;
    --config) return ;;
    --diff) compopt +o default; return ;;
    --dump) words='ir summary' ;;
    --fail-on) words='certain likely possible never' ;;
    --format) words='text json sarif gitlab github' ;;
    -j | --jobs) compopt +o default; return ;;
    --level) words='certain likely possible' ;;
    --models) return ;;
    -o | --output) return ;;
    -p) return ;;
    --resource-dir) compopt -o dirnames +o default; return ;;
    --rules)
        mapfile -t COMPREPLY < <(compgen -P "${word%"${word##*,}"}" -W "$(closewait rules 2>/dev/null | cut -d" " -f1)" -- "${word##*,}")
        return
        ;;
    --timeout) compopt +o default; return ;;
    :) return ;;
    esac
    if [ "$words" ]; then
        :
    elif [[ $word == -* ]]; then
        case ${command:-check} in
        check) words='--baseline --cache-dir --color --config --diff --exit-zero --fail-on --format -h --help --hook --isolated -j --jobs --level --models --no-baseline --no-cache -o --output -p -q --quiet --resource-dir --rules --show-suppressed --stats --timeout -v --verbose --version' ;;
        facts) words='--cache-dir --config --dump -h --help --isolated --models --no-cache -o --output -p -q --quiet --resource-dir --timeout -v --verbose --version' ;;
        link) words='--baseline --color --config --exit-zero --fail-on --format -h --help --isolated --level --models --no-baseline -o --output -q --quiet --rules --show-suppressed --stats -v --verbose --version' ;;
        baseline) words='--baseline --cache-dir --config -h --help --isolated -j --jobs --level --models --no-cache -p -q --quiet --resource-dir --timeout -v --verbose --version' ;;
        doctor) words='--baseline --cache-dir --config -h --help --isolated -j --jobs --models --no-cache -p -q --quiet --resource-dir --timeout -v --verbose --version' ;;
        explain) words='-h --help --version' ;;
        completion) words='-h --help --version' ;;
        rules) words='-h --help --version' ;;
        esac
    elif [ "$COMP_CWORD" -eq 1 ]; then
        words='check facts link baseline doctor explain completion rules'
    else
        case $command in
        explain) words=$(closewait rules 2>/dev/null | cut -d" " -f1) ;;
        completion) words='bash zsh fish man' ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _closewait closewait
