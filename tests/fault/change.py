# The tables change just before each system call in turn: the answer is that of one machine, either
# the old one or the new one, or an error; never a mixture.
# SPDX-License-Identifier: MIT

# What happens to the folder or dump $1; $2 holds a different machine's of the same size. A size is
# all that could change on sysfs.
SIZES = {
    "the table grows": "printf x >>$1/DMI",
    "the table shrinks": "truncate -s -1 $1/DMI",
    "the entry point grows": "printf x >>$1/smbios_entry_point",
    "the entry point shrinks": "truncate -s -1 $1/smbios_entry_point",
}
FOLDER = {
    **SIZES,
    "another machine's, in place":
        "cat $2/DMI >$1/DMI; cat $2/smbios_entry_point >$1/smbios_entry_point",
    "another machine's, file by file": "mv $2/DMI $1; mv $2/smbios_entry_point $1",
    "another machine's, the folder": "mv $1 $1.old; mv $2 $1",
    "the entry point is removed": "rm $1/smbios_entry_point",
    "all is removed": "rm -r $1",
}
DUMP = {
    "it grows": "printf x >>$1",
    "it shrinks": "truncate -s -1 $1",
    "another machine's, in place": "cat $2 >$1",
    "another machine's, renamed": "mv $2 $1",
    "it is removed": "rm $1",
}
# A copy of another boot is replaced by one of this boot, as hwident-prepare does it.
COPY = {
    "a new copy": "cp {copy}/boot_id $2; for f in DMI smbios_entry_point boot_id; do mv $2/$f $1; done",
}


def changes(program):
    """(what, the shell's command) for everything that this program reads."""
    room = program.room
    source = program.source()
    # JSON reads the same bytes as text, and without permission to read there is none to write.
    if source is None or "--json" in program.words or program.user:
        return
    if source == "here/dump":
        kinds, other = DUMP, "there/dump"
    elif program.sysfs:
        kinds, other = SIZES, "other"
    else:
        kinds, other = FOLDER, "other"
    if source in ("copy", "stale"):
        kinds = {**kinds, **COPY}
    for what, command in kinds.items():
        command = command.format(copy=room / "copy")
        yield what, command.replace("$1", str(room / (program.descriptors or source))).replace("$2", str(room / other))


def change(program, calls, good, main):
    for what, command in changes(program):
        first, _ = program.meddled(calls[0], "-r", command)
        for call in calls[main:]:
            end, before = program.meddled(call, "-r", command)
            yield f"{what} before {call}", program.judge(end, before, [good, first]), end
