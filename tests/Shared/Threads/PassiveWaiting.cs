using System.Runtime.CompilerServices;

namespace DtcGen.Tests.Shared;

/// <summary>
/// Has libtorch's threads wait passively in every test assembly that uses it: tests share the machine with other tests.
/// </summary>
internal static class PassiveWaiting
{
    [ModuleInitializer]
    internal static void Start() => CpuThreads.WaitPassively();
}
