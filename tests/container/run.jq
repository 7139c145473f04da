# The words of `docker run`, as far as the stories use them, as the image's name and, in the
# line below, an OCI configuration. Input: docker.json. $words are the words, each ended by a byte 1;
# $cgroup is where the kernel keeps count of the container.
# SPDX-License-Identifier: MIT

def capabilities($held):
    .process.capabilities |= {bounding: .bounding, effective: $held, permitted: $held};

def bind($source; $destination; $options):
    .mounts += [{$source, $destination, type: "bind", options: (["rbind"] + $options)}];

def run($words):
    if $words[0] == "--rm" or $words[0] == "--network=none" then
        run($words[1:])
    elif $words[0] == "--name" then
        run($words[2:])
    elif $words[0] == "-v" then
        ($words[1] / ":") as $part | bind($part[0]; $part[1]; $part[2:]) | run($words[2:])
    elif $words[0] == "--tmpfs" then
        .mounts += [{source: "tmpfs", destination: $words[1], type: "tmpfs"}] | run($words[2:])
    elif $words[0] == "-e" then
        .process.env += [$words[1]] | run($words[2:])
    elif $words[0] == "-t" then
        .process.terminal = true | run($words[1:])
    elif $words[0] == "--read-only" then
        .root.readonly = true | run($words[1:])
    elif $words[0] == "--user" then
        ($words[1] / ":" | map(tonumber)) as [$uid, $gid]
        | .process.user = {$uid, $gid} | capabilities([]) | run($words[2:])
    elif $words[0:2] == ["--cap-drop", "ALL"] then
        .process.capabilities.bounding = [] | capabilities([]) | run($words[2:])
    elif $words[0:2] == ["--security-opt", "no-new-privileges"] then
        .process.noNewPrivileges = true | run($words[2:])
    elif $words[0] == "--security-opt" and ($words[1] | startswith("label=type:")) then
        .process.selinuxLabel = "system_u:system_r:\($words[1][11:])" | run($words[2:])
    elif $words[0] == "--security-opt" and ($words[1] | startswith("apparmor=")) then
        .process.apparmorProfile = $words[1][9:] | run($words[2:])
    elif $words[0] | startswith("-") then
        error("docker run \($words[0])?")
    else
        .process.args = $words[1:] | $words[0], tojson
    end;

.linux.cgroupsPath = $cgroup | capabilities(.process.capabilities.bounding) | run($words / "\u0001" | .[:-1])
