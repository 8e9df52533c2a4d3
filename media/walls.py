"""What the kernel refuses to a decoder: the network, other processes, and its own power.

A filter of system calls (seccomp(2), classic BPF) that a process puts on itself before
it becomes the decoder, and that neither it nor its children can take off. It needs no
root and nothing installed. Only Linux on the two processors below has it; elsewhere a
decoder has its limits and its clean environment, and `manage.py check --deploy` says so.

A new socket is refused of whatever kind, and so is io_uring, which opens sockets without
the call. This module imports nothing of the project: `media/confine.py` runs it alone.
"""

import ctypes
import os
import struct
import sys

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2

ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | 1
"""SECCOMP_RET_ERRNO with EPERM: the decoder sees an error and can report it."""

ABSENT = 0x00050000 | 38
"""The same with ENOSYS, after which the C library uses an older call that can be looked into."""

LOAD, JUMP_IF_EQUAL, JUMP_IF_LEAST, JUMP_IF_ANY, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
"""Byte offsets in `struct seccomp_data` (linux/seccomp.h)."""

NEW_NAMESPACES = 0x7E020000
"""The CLONE_NEW… flags (linux/sched.h): a user namespace opens much of the kernel."""

X32 = 0x40000000
"""Calls of the x32 convention have other numbers, so none of them is let through."""

Calls = dict[str, int]

# Names and numbers: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
_EVERYWHERE: Calls = {"io_uring_setup": 425, "pidfd_send_signal": 424, "pidfd_getfd": 438}
X86_64: Calls = {
    **{"socket": 41, "kill": 62, "tkill": 200, "ptrace": 101, "process_vm_readv": 310},
    **{"process_vm_writev": 311, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323},
    **{"keyctl": 250, "add_key": 248, "request_key": 249, "mount": 165, "umount2": 166},
    **{"pivot_root": 155, "chroot": 161, "unshare": 272, "setns": 308, "kexec_load": 246},
    **{"kexec_file_load": 320, "init_module": 175, "finit_module": 313, "delete_module": 176},
    **{"open_by_handle_at": 304, **_EVERYWHERE},
}
AARCH64: Calls = {
    **{"socket": 198, "kill": 129, "tkill": 130, "ptrace": 117, "process_vm_readv": 270},
    **{"process_vm_writev": 271, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282},
    **{"keyctl": 219, "add_key": 217, "request_key": 218, "mount": 40, "umount2": 39},
    **{"pivot_root": 41, "chroot": 51, "unshare": 97, "setns": 268, "kexec_load": 104},
    **{"kexec_file_load": 294, "init_module": 105, "finit_module": 273, "delete_module": 106},
    **{"open_by_handle_at": 265, **_EVERYWHERE},
}
MACHINES: dict[str, tuple[int, Calls, int]] = {
    "x86_64": (0xC000003E, X86_64, 56),
    "aarch64": (0xC00000B7, AARCH64, 220),
}
"""The kernel's name of the architecture, what is refused on it, and its number of `clone`."""

CLONE3 = 435
"""Its flags lie in memory, where a filter cannot look; `clone` has them in its first argument."""


def _machine() -> str:
    return os.uname().machine


def stand() -> bool:
    """Whether this machine has the filter; a laptop with macOS does not."""
    return sys.platform == "linux" and _machine() in MACHINES


def raise_walls() -> None:
    """Put the filter on this process for good; raises OSError where the kernel will not."""
    _prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if not stand():
        return
    code = program(_machine())
    held = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: the number of instructions, and where they are.
    header = struct.pack("HL", len(code) // 8, ctypes.addressof(held))
    _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.create_string_buffer(header, len(header)))


def die_with_parent(signal: int) -> None:
    """A decoder must not go on alone when its worker is killed."""
    _prctl(PR_SET_PDEATHSIG, signal)


def _prctl(*arguments: object) -> None:
    """prctl(2), which only Linux has; elsewhere nothing happens."""
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None, use_errno=True)
    sent = [ctypes.c_ulong(given) if isinstance(given, int) else given for given in arguments]
    if library.prctl(*sent) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def program(machine: str) -> bytes:
    """The filter as the kernel reads it; one instruction is eight bytes."""
    architecture, refused, clone = MACHINES[machine]
    lines = [
        _line(LOAD, ARCHITECTURE),
        _line(JUMP_IF_EQUAL, architecture, 1, 0),
        _line(RETURN, REFUSE),
        _line(LOAD, NUMBER),
        *([_line(JUMP_IF_LEAST, X32, 0, 1), _line(RETURN, REFUSE)]),
    ]
    for number in sorted(refused.values()):
        lines += [_line(JUMP_IF_EQUAL, number, 0, 1), _line(RETURN, REFUSE)]
    lines += [_line(JUMP_IF_EQUAL, CLONE3, 0, 1), _line(RETURN, ABSENT)]
    lines += [_line(JUMP_IF_EQUAL, clone, 0, 3), _line(LOAD, FIRST_ARGUMENT)]
    lines += [_line(JUMP_IF_ANY, NEW_NAMESPACES, 0, 1), _line(RETURN, REFUSE)]
    return b"".join([*lines, _line(RETURN, ALLOW)])


def _line(code: int, operand: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One `struct sock_filter` (linux/filter.h); the jumps count instructions to skip."""
    return struct.pack("HBBI", code, if_true, if_false, operand)
