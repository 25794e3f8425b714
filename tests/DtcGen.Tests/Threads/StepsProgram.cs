using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Threads;

/// <summary>
/// This assembly as a program of its own, for what a process can do only once: it carries out the steps that its arguments name, and
/// prints a line for each that has a result.
/// </summary>
internal static class StepsProgram
{
    private static int Main(string[] steps)
    {
        foreach (var step in steps)
        {
            var (verb, variable, value) = step.Split(' ') is [var first, .. var rest]
                ? (first, rest.ElementAtOrDefault(0) ?? "", rest.ElementAtOrDefault(1))
                : default;
            switch (verb)
            {
                case "unset":
                    // The assembly's initializer has set it.
                    _ = UnsetEnv(variable);
                    Environment.SetEnvironmentVariable(variable, null);
                    break;
                case "set-in-.NET":
                    Environment.SetEnvironmentVariable(variable, value);
                    break;
                case "get":
                    Console.WriteLine(Marshal.PtrToStringUTF8(GetEnv(variable)) ?? "not set");
                    break;
                case "torch":
                    using (ones(2))
                    {
                    }

                    break;
                case "wait":
                    Console.WriteLine(Call(CpuThreads.WaitPassively));
                    break;
                case "repeat":
                    Console.WriteLine(Call(CpuMath.ComputeRepeatably));
                    break;
                case "keep":
                    Console.WriteLine(Call(CpuMemory.KeepFreed));
                    break;
                case "give-back":
                    _ = SetMemory(-1, 65536);
                    break;
                case "freed":
                    Console.WriteLine(IsGivenBack() ? "given back" : "kept");
                    break;
                case "products":
                    Console.WriteLine(CountProducts());
                    break;
                default:
                    Console.Error.WriteLine($"There is no step '{step}'.");
                    return 2;
            }
        }

        return 0;
    }

    /// <summary>Whether the process is smaller by most of what some tensors took, once they have gone.</summary>
    private static bool IsGivenBack()
    {
        const int Count = 30, Megabytes = 4;
        var scope = NewDisposeScope();
        for (var i = 0; i < Count; i++)
        {
            ones(Megabytes << 18);
        }

        var before = Environment.WorkingSet;
        scope.Dispose();
        return before - Environment.WorkingSet > Count * Megabytes * 500_000L;
    }

    private static string Call(Func<bool> setting)
    {
        try
        {
            return setting() ? "set" : "left";
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    /// <summary>How many different results a layer of few neurons has when its input lies elsewhere in memory.</summary>
    private static int CountProducts()
    {
        const int Samples = 512, Inputs = 97, Places = 32;
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        Tensor weight = randn(10, Inputs).t(), input = randn(Samples * Inputs), memory = zeros((Samples * Inputs) + Places);
        var results = new HashSet<string>();
        for (var place = 0; place < Places; place++)
        {
            var moved = memory.narrow(0, place, Samples * Inputs).copy_(input).reshape(Samples, Inputs);
            results.Add(Convert.ToHexString(moved.matmul(weight).bytes));
        }

        return results.Count;
    }

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint GetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "unsetenv")]
    private static extern int UnsetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int SetMemory(int what, int value);
}
