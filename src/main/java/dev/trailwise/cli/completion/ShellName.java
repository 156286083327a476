package dev.trailwise.cli.completion;

/** A shell, with the script that makes it ask the program. A file is completed where the program has nothing to offer. */
public enum ShellName {
    bash("""
            # Completion of trailwise in bash: source <(trailwise completion bash)
            _trailwise() {
              local IFS=$'\\n' cur=${COMP_WORDS[COMP_CWORD]} words=() i
              for ((i = 1; i <= COMP_CWORD; i++)); do
                # bash takes key=value apart
                if [[ ${COMP_WORDS[i]} == '=' || (${#words[@]} -gt 0 && ${words[-1]} == *=) ]]; then
                  if [ ${#words[@]} -gt 0 ]; then words[-1]+=${COMP_WORDS[i]}; else words+=("${COMP_WORDS[i]}"); fi
                else
                  words+=("${COMP_WORDS[i]}")
                fi
              done
              COMPREPLY=($(trailwise complete -- "${words[@]}" 2>/dev/null))
              if [ ${#COMPREPLY[@]} -eq 0 ]; then
                [[ $cur == '=' ]] && cur=''
                COMPREPLY=($(compgen -f -- "$cur"))
                compopt -o filenames 2>/dev/null
                return
              fi
              [[ ${words[-1]} == *=* && ${COMPREPLY[0]} == *=* ]] && COMPREPLY=("${COMPREPLY[@]#*=}")
              [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
              return 0
            }
            complete -F _trailwise trailwise
            """),
    zsh("""
            #compdef trailwise
            # Completion of trailwise in zsh: source <(trailwise completion zsh), after compinit
            _trailwise() {
              local -a found
              found=("${(@f)$(trailwise complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
              found=(${found:#})
              if (( ${#found} == 0 )); then
                _files
                return
              fi
              compadd -S '' -- ${(M)found:#*=}
              compadd -- ${found:#*=}
            }
            # Loaded from a folder of completions, this file is the function itself.
            if [[ ${funcstack[1]-} == _trailwise ]]; then _trailwise "$@"; else compdef _trailwise trailwise; fi
            """),
    fish("""
            # Completion of trailwise in fish: trailwise completion fish | source
            function __trailwise_complete
                set -l words (commandline -opc) (commandline -ct)
                set -l found (trailwise complete -- $words[2..-1] 2>/dev/null)
                if test (count $found) -eq 0
                    __fish_complete_path (commandline -ct)
                else
                    printf '%s\\n' $found
                end
            end
            complete -c trailwise -f -a '(__trailwise_complete)'
            """);

    private final String script;

    ShellName(String script) {
        this.script = script;
    }

    /** What the shell runs at its start. */
    public String script() {
        return script;
    }
}
