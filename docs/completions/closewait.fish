# Completions of closewait for fish, made by `closewait completion fish`.

# Prints the command of the line: the first word that is one, else check.
function __closewait_command
    for word in (commandline -opc)[2..-1]
        if contains -- $word check facts link baseline doctor explain completion rules
            echo $word
            return
        end
    end
    echo check
end

function __closewait_has
    contains -- (__closewait_command) $argv
end

function __closewait_is_first
    test (count (commandline -opc)) -eq 1
end

complete -c closewait -n __closewait_is_first -a check -d 'Check the whole project, or report what concerns the named files. The default.'
complete -c closewait -n __closewait_is_first -a facts -d 'Write the facts of one source file to a unit file, for `closewait link`.'
complete -c closewait -n __closewait_is_first -a link -d 'Join unit files to a program and check it.'
complete -c closewait -n __closewait_is_first -a baseline -d 'Write the findings that there are to the baseline, and drop those that are no more.'
complete -c closewait -n __closewait_is_first -a doctor -d 'Show what a check works with, what it could not analyse and why, the models that are missing, and what to do.'
complete -c closewait -n __closewait_is_first -a explain -d 'Print the page of a rule.'
complete -c closewait -n __closewait_is_first -a completion -d 'Print the completions for a shell, or the options as the man page has them.'
complete -c closewait -n __closewait_is_first -a rules -d 'List the rules.'
complete -c closewait -n '__closewait_has baseline' -f
complete -c closewait -n '__closewait_has explain' -f -a '(closewait rules 2>/dev/null | cut -d" " -f1)'
complete -c closewait -n '__closewait_has completion' -f -a 'bash zsh fish man'
complete -c closewait -n '__closewait_has rules' -f
complete -c closewait -n '__closewait_has check link baseline doctor' -l baseline -r -F -d 'do not report findings that are in FILE (default: the nearest .closewait-baseline above the sources)'
complete -c closewait -n '__closewait_has check facts baseline doctor' -l cache-dir -r -f -a '(__fish_complete_directories)' -d 'where what was worked out is kept between runs (default: $XDG_CACHE_HOME/closewait or ~/.cache/closewait)'
complete -c closewait -n '__closewait_has check link' -l color -r -f -a 'auto always never' -d 'auto, always or never (default: auto, which follows NO_COLOR, CLICOLOR_FORCE, CLICOLOR and the terminal)'
complete -c closewait -n '__closewait_has check facts link baseline doctor' -l config -r -F -d 'read this configuration file (default: the nearest .closewait.yml above the sources)'
complete -c closewait -n '__closewait_has check' -l diff -r -f -d 'report only what touches lines that were changed since the last commit in common with REV'
complete -c closewait -n '__closewait_has facts' -l dump -r -f -a 'ir summary' -d 'print the unit as text: ir, or summary for what each function does'
complete -c closewait -n '__closewait_has check link' -l exit-zero -d 'exit with status 0 when there are findings: --fail-on never'
complete -c closewait -n '__closewait_has check link' -l fail-on -r -f -a 'certain likely possible never' -d 'exit with status 1 only for findings that are at least certain, likely or possible (default), or never'
complete -c closewait -n '__closewait_has check link' -l format -r -f -a 'text json sarif gitlab github' -d 'text (default), json, sarif, gitlab or github, to stdout or to FILE; may be given several times'
complete -c closewait -n '__closewait_has check facts link baseline doctor explain completion rules' -s h -l help -d 'print this and exit; behind a command: its options'
complete -c closewait -n '__closewait_has check' -l hook -d 'for hooks of git: report only what touches staged lines of the named files; what cannot be checked is an error only when CI is set'
complete -c closewait -n '__closewait_has check facts link baseline doctor' -l isolated -d 'read no configuration file'
complete -c closewait -n '__closewait_has check baseline doctor' -s j -l jobs -r -f -d 'parse N files at once (default: one per processor); the output does not depend on it'
complete -c closewait -n '__closewait_has check link baseline' -l level -r -f -a 'certain likely possible' -d 'report findings that are at least certain, likely (default) or possible'
complete -c closewait -n '__closewait_has check facts link baseline doctor' -l models -r -F -d 'read models of library functions from FILE; may be given several times'
complete -c closewait -n '__closewait_has check link' -l no-baseline -d 'report findings that are in the baseline too'
complete -c closewait -n '__closewait_has check facts baseline doctor' -l no-cache -d 'parse every file anew and keep nothing'
complete -c closewait -n '__closewait_has check facts link' -s o -l output -r -F -d 'write to FILE instead of stdout'
complete -c closewait -n '__closewait_has check facts baseline doctor' -s p -r -F -d 'build directory or compile_commands.json (default: compile_commands.json, build/compile_commands.json or compile_flags.txt, searched for upward from the file or the current directory)'
complete -c closewait -n '__closewait_has check facts link baseline doctor' -s q -l quiet -d 'print findings and errors only'
complete -c closewait -n '__closewait_has check facts baseline doctor' -l resource-dir -r -f -a '(__fish_complete_directories)' -d 'directory with clang\'s own headers (default: that of the libclang in use)'
complete -c closewait -n '__closewait_has check link' -l rules -r -f -a '(closewait rules 2>/dev/null | cut -d" " -f1)' -d 'run these rules only (default: all)'
complete -c closewait -n '__closewait_has check link' -l show-suppressed -d 'report suppressed findings too, marked as such (text, json, sarif)'
complete -c closewait -n '__closewait_has check link' -l stats -d 'print counters, times and blind spots on stderr'
complete -c closewait -n '__closewait_has check facts baseline doctor' -l timeout -r -f -d 'processor time that a file may take to be parsed (default: 60); one that takes longer is not analysed, and told'
complete -c closewait -n '__closewait_has check facts link baseline doctor' -s v -l verbose -d 'list all that was not understood or left out'
complete -c closewait -n '__closewait_has check facts link baseline doctor explain completion rules' -l version -d 'print the versions of closewait and libclang and exit'
