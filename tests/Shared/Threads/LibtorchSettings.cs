using System.Runtime.CompilerServices;

namespace DtcGen.Tests.Shared;

/// <summary>
/// Before libtorch is loaded, in every test assembly that uses it: its threads wait passively, since tests share the machine with
/// other tests, and it computes the same again, since the samples under test ask for it.
/// </summary>
internal static class LibtorchSettings
{
    [ModuleInitializer]
    internal static void Start()
    {
        CpuThreads.WaitPassively();
        CpuMath.ComputeRepeatably();
    }
}
