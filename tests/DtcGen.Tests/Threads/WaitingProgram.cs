using System.Runtime.InteropServices;
using TorchSharp;

namespace DtcGen.Tests.Threads;

/// <summary>
/// This assembly as a program of its own, for what a process can do only once: it carries out the steps that its arguments name, and
/// prints a line for each that has a result.
/// </summary>
internal static class WaitingProgram
{
    private static int Main(string[] steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case "unset":
                    // The assembly's initializer has set it.
                    _ = UnsetEnv("OMP_WAIT_POLICY");
                    Environment.SetEnvironmentVariable("OMP_WAIT_POLICY", null);
                    break;
                case "active in .NET":
                    Environment.SetEnvironmentVariable("OMP_WAIT_POLICY", "active");
                    break;
                case "torch":
                    using (torch.ones(2))
                    {
                    }

                    break;
                case "wait":
                    Console.WriteLine(Wait());
                    break;
                case "get":
                    Console.WriteLine(Marshal.PtrToStringUTF8(GetEnv("OMP_WAIT_POLICY")) ?? "not set");
                    break;
                default:
                    Console.Error.WriteLine($"There is no step '{step}'.");
                    return 2;
            }
        }

        return 0;
    }

    private static string Wait()
    {
        try
        {
            return CpuThreads.WaitPassively() ? "set" : "left";
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint GetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "unsetenv")]
    private static extern int UnsetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
