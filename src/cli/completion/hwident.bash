# Completion of hwident and hwident-prepare in bash. What there is to complete is asked of the
# program's own --help, so that it is never another version's.
# SPDX-License-Identifier: MIT

# Reads --help: `arguments` from an option to its argument, `words` from a heading to the words
# below it, `operand` is the last word of the usage.
_hwident_read() {
    local line option argument heading=
    arguments=() words=()
    while IFS= read -r line; do
        if [[ $line =~ ^\ +(-.*) ]]; then
            line=${BASH_REMATCH[1]%%  *} argument=
            [[ $line =~ \ ([^-][^ ]*)$ ]] && argument=${BASH_REMATCH[1]}
            for option in ${line//,/ }; do
                [[ $option != -* ]] || arguments[$option]=$argument
            done
        elif [[ $line == Usage:* ]]; then
            operand=${line##* }
        elif [[ $line == [![:space:]]*: ]]; then
            heading=${line%%[,:]*}
        elif [[ $line == "  "* && $heading ]]; then
            [[ $heading != Commands ]] || read -r line _ <<<"$line"
            words[$heading]+=" $line"
        fi
    done < <("$@" --help 2>/dev/null)
}

# Sets `at` to the first word that is neither an option nor an option's value.
_hwident_find_operand() {
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${COMP_WORDS[at]} in
        --) ((at++)); return ;;
        -*)
            [[ ${arguments[${COMP_WORDS[at]}]-} ]] || continue
            [[ ${COMP_WORDS[++at]-} != = ]] || ((at++))
            ;;
        *) return ;;
        esac
    done
}

_hwident_reply() {
    mapfile -t COMPREPLY < <(compgen "$@" -- "$current")
}

# Completes what --help calls `$1`.
_hwident_complete() {
    case $1 in
    DIR) compopt -o filenames && _hwident_reply -d ;;
    FILE) compopt -o filenames && _hwident_reply -f ;;
    SPEC) _hwident_reply -u ;;
    TYPE) _hwident_reply -W "${words[Types]-}" ;;
    KEY...) _hwident_reply -W "${words[Keys]-}" ;;
    '[command]') _hwident_reply -W "${words[Commands]-}" ;;
    *'|'*) _hwident_reply -W "$(sed 's/\[[^]]*]//g; s/|/ /g' <<<"$1")" ;;
    esac
}

# What hwident-prepare is to become: any command, with what completes that.
_hwident_other_command() {
    if ((COMP_CWORD == at)); then
        _hwident_reply -c
    elif declare -F _command_offset >/dev/null; then
        _command_offset "$at"
    else
        compopt -o default
    fi
}

_hwident() {
    local program=${1/#\~/$HOME} current=$2 before=$3 at operand=
    local -A arguments words

    _hwident_read "$program"
    _hwident_find_operand
    if ((at < COMP_CWORD)) && [[ $operand ]]; then
        _hwident_read "$program" "${COMP_WORDS[at]}"
    fi
    # bash splits --option=value at the sign.
    [[ $current != = ]] || current=
    [[ $before != = ]] || before=${COMP_WORDS[COMP_CWORD - 2]}
    if [[ ! $operand ]] && ((at < COMP_CWORD)); then
        _hwident_other_command
    elif [[ ${arguments[$before]-} ]]; then
        _hwident_complete "${arguments[$before]}"
    elif [[ $current == -* ]]; then
        _hwident_reply -W "${!arguments[*]}"
    elif [[ $operand ]]; then
        _hwident_complete "$operand"
    else
        _hwident_other_command
    fi
}

complete -F _hwident hwident hwident-prepare
