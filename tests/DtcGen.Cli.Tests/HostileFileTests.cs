using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DtcGen.Cli.Inspect;
using DtcGen.Onnx;
using DtcGen.Onnx.Proto;
using DtcGen.Onnx.Tests;
using Google.Protobuf;
using Spectre.Console.Testing;
using Xunit.Abstractions;

namespace DtcGen.Cli.Tests;

/// <summary>
/// Damaged files of every operator are read or refused by name. They never meet ONNX Runtime. A mutant depends on the seed
/// and its number alone; another seed and number of mutants come by environment variables.
/// </summary>
public sealed class HostileFileTests(ITestOutputHelper output) : ToolRun
{
    private const long MostBytes = 1L << 30;

    // A hang is found by this; how quick a mutant is says nothing on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly int Seed = Number("DTCGEN_MUTANTS_SEED", 1);
    private static readonly int Mutants = Number("DTCGEN_MUTANTS", 20_000);

    [Fact]
    public void TheFilesHoldEveryOperatorThatHasARule()
    {
        var held = EveryOperator.Models
            .SelectMany(static m => m.Model.Proto.Graph.Node)
            .Select(static n => (n.Domain, n.OpType))
            .ToHashSet();
        var known = OperatorRules.Known.Concat(BodyRules.Known.Select(static name => ("", name)));
        Assert.Equal([], known.Except(held));
        Assert.All(
            EveryOperator.Models.Where(static m => m.Model.Opset <= OnnxOpsets.Newest),
            static m => Assert.Equal((m.Name, ""), (m.Name, string.Join('\n', OnnxChecker.Check(m.Model)))));
    }

    [Fact]
    public async Task EveryMutantIsReadOrRefusedByName()
    {
        output.WriteLine($"seed {Seed}, {Mutants} mutants");
        byte[][] files = [.. EveryOperator.Models.Select(static m => m.Model.Proto.ToByteArray())];
        var running = new ConcurrentDictionary<int, long>();
        var faults = new ConcurrentBag<string>();
        var (refused, inspected) = (0, 0);
        var work = Task.Run(() => Parallel.For(0, Mutants, number =>
        {
            running[number] = Stopwatch.GetTimestamp();
            var random = Mutator.Source(Seed, number);
            var file = files[random.Next(files.Length)];
            var mutant = random.Next(3) == 0 ? Mutator.Damage(file, random) : WireMutator.Damage(file, random);
            var path = In($"mutant-{Environment.CurrentManagedThreadId}.onnx");
            File.WriteAllBytes(path, mutant);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Count(mutant);
                Inspect(path, isShown: number % 16 == 0);
                Interlocked.Increment(ref inspected);
            }
            catch (OnnxModelException e) when (e.Message.Contains(path, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception e)
            {
                faults.Add($"mutant {number} of seed {Seed}: {e}");
            }

            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes > MostBytes)
            {
                faults.Add($"mutant {number} of seed {Seed} took {bytes:N0} bytes");
            }

            running.TryRemove(number, out _);
        }));
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1))) != work)
        {
            var hanging = running.Where(r => Stopwatch.GetElapsedTime(r.Value) > Patience).Select(static r => r.Key).ToArray();
            Assert.True(hanging.Length == 0, $"mutants {string.Join(", ", hanging)} of seed {Seed} have not ended");
        }

        await work;
        output.WriteLine(
            $"{refused} refused, {inspected} inspected; {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of CPU in this process so far");
        Assert.True(faults.IsEmpty, $"{faults.Count} faults, such as {string.Join('\n', faults.Take(5))}");

        // Were nearly all of one kind, the others would hardly be tried.
        Assert.InRange(refused, Mutants / 10, Mutants * 9 / 10);
    }

    /// <summary>Also what the checker refuses is counted: rules must hold without it.</summary>
    private static void Count(byte[] mutant)
    {
        ModelProto proto;
        try
        {
            proto = ModelProto.Parser.ParseFrom(mutant);
        }
        catch (InvalidProtocolBufferException)
        {
            return;
        }

        if (proto.Graph is not null)
        {
            var cost = OnnxCost.Count(new OnnxModel(proto));
            _ = (cost.MultiplyAdds, cost.Parameters, cost.WeightBytes);
        }
    }

    private static void Inspect(string path, bool isShown)
    {
        _ = OnnxFile.Check(path);
        var result = InspectResult.Of(OnnxFile.Load(path), new Dictionary<string, long> { ["height"] = 10 }, zeros: true);
        _ = InspectTable.Remarks(result, all: true).Count();
        _ = InspectGraph.Of(result);
        if (isShown)
        {
            using var console = new TestConsole().Width(160);
            InspectTable.Print(console, result, all: true);
        }
    }

    private static int Number(string variable, int standard)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : standard;
}
