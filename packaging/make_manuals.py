#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes manual pages and shell completion from the help of the program, so that they cannot disagree with it.

    make_manuals.py GBS FOLDER

makes FOLDER/man/man1/gbs.1 and gbs-COMMAND.1, and completion for bash, zsh and fish below FOLDER.
"""
import os
import re
import subprocess
import sys
from pathlib import Path



class Help:
    """The help of the program or of one command, cut into sections."""

    def __init__(self, program, command=None):
        arguments = [program] + ([command] if command else []) + ["--help"]
        environment = dict(os.environ, COLUMNS="200", QT_QPA_PLATFORM="offscreen")
        self.text = subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout
        self.command = command
        lines = self.text.rstrip().splitlines()
        self.summary = lines[0].strip()
        self.usage = next((line.removeprefix("Usage: ") for line in lines if line.startswith("Usage: ")), "")
        self.sections = {}
        self.footer = []
        section = None
        for line in lines[1:]:
            if line in ("Options:", "Subcommands:", "Positionals:"):
                section = self.sections.setdefault(line[:-1], [])
            elif section is not None and line.startswith("  "):
                section.append(line)
            elif line.startswith("Usage: "):
                continue
            else:
                section = None
                self.footer.append(line)
        # Examples are indented like options but follow their own heading.
        while self.footer and not self.footer[0]:
            self.footer.pop(0)

    def entries(self, section):
        """(term, description) of each entry; continued lines are joined."""
        found = []
        for line in self.sections.get(section, []):
            parts = re.split(r"\s{2,}", line.strip(), maxsplit=1)
            if line.startswith("   ") and found:
                found[-1][1] += " " + line.strip()
            else:
                found.append([parts[0], parts[1] if len(parts) > 1 else ""])
        return found

    def options(self):
        """(flags, description) of each option."""
        found = []
        for term, description in self.entries("Options"):
            flags = re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", term.split(" ")[0])
            if flags:
                found.append((flags, description))
        return found


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def manual(page, version, commands):
    name = "gbs" if page.command is None else f"gbs-{page.command}"
    lines = [f'.TH {name.upper()} 1 "" "GbS Explorer {version}" "User Commands"', ".SH NAME"]
    lines += [f"{name} \\- {roff(page.summary.rstrip('.'))}", ".SH SYNOPSIS", f".B {roff(page.usage)}"]
    for section in ("Positionals", "Options", "Subcommands"):
        entries = page.entries(section)
        if entries:
            lines.append(f".SH {'ARGUMENTS' if section == 'Positionals' else section.upper()}")
        for term, description in entries:
            lines += [".TP", f".B {roff(term)}", roff(description)]
    if page.footer:
        lines += [".SH NOTES", ".nf", roff("\n".join(page.footer)), ".fi"]
    others = [f"gbs-{c}" for c in commands if c != page.command] if page.command is None else ["gbs"]
    lines += [".SH SEE ALSO", ", ".join(f".BR {roff(o)} (1)".removeprefix(".BR ") for o in others)]
    return "\n".join(lines) + "\n"


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def bash_completion(pages):
    lines = ["# bash completion for gbs, made from its help", "_gbs() {", "  local command word=\"${COMP_WORDS[COMP_CWORD]}\" i",
             "  for ((i = 1; i < COMP_CWORD; ++i)); do",
             "    [[ ${COMP_WORDS[i]} != -* ]] && { command=${COMP_WORDS[i]}; break; }", "  done", "  local flags words=''",
             "  case $command in"]
    for command, page in pages.items():
        if command is None:
            continue
        flags = " ".join(flag for flags, _ in page.options() for flag in flags)
        lines.append(f"    {command}) flags={quoted(flags)} ;;")
    top = " ".join(flag for flags, _ in pages[None].options() for flag in flags)
    lines += [f"    *) flags={quoted(top)} words={quoted(' '.join(c for c in pages if c))} ;;", "  esac",
              "  if [[ $word == -* ]]; then", "    mapfile -t COMPREPLY < <(compgen -W \"$flags\" -- \"$word\")", "  else",
              "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; compgen -f -- \"$word\")", "  fi", "}",
              "complete -o filenames -F _gbs gbs", ""]
    return "\n".join(lines)


def zsh_completion(pages):
    def specs(page):
        for flags, description in page.options():
            for flag in flags:
                yield quoted(f"{flag}[{re.sub(r'[][:]', ' ', description)}]")

    lines = ["#compdef gbs", "# zsh completion for gbs, made from its help", "local -a commands", "commands=("]
    lines += [f"  {quoted(c + ':' + re.sub(':', ' ', p.summary))}" for c, p in pages.items() if c]
    lines += [")", "if (( CURRENT == 2 )); then", "  _describe command commands", "  _files", "  return", "fi",
              "case ${words[2]} in"]
    for command, page in pages.items():
        if command:
            lines.append(f"  {command}) _arguments {' '.join(specs(page))} '*:file:_files' ;;")
    lines += ["  *) _files ;;", "esac", ""]
    return "\n".join(lines)


def fish_completion(pages):
    lines = ["# fish completion for gbs, made from its help"]
    for command, page in pages.items():
        if command:
            lines.append(f"complete -c gbs -n __fish_use_subcommand -a {command} -d {quoted(page.summary)}")
        condition = f"-n '__fish_seen_subcommand_from {command}' " if command else "-n __fish_use_subcommand "
        for flags, description in page.options():
            names = " ".join(("-l " + f[2:]) if f.startswith("--") else ("-s " + f[1:]) for f in flags)
            lines.append(f"complete -c gbs {condition}{names} -d {quoted(description)}")
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], Path(sys.argv[2])
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[-1]
    top = Help(program)
    commands = [name for name, _ in top.entries("Subcommands")]
    pages = {None: top} | {command: Help(program, command) for command in commands}
    files = {"bash-completion/completions/gbs": bash_completion(pages),
             "zsh/site-functions/_gbs": zsh_completion(pages),
             "fish/vendor_completions.d/gbs.fish": fish_completion(pages)}
    for command, page in pages.items():
        name = f"gbs-{command}" if command else "gbs"
        files[f"man/man1/{name}.1"] = manual(page, version, commands)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
