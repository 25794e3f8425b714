using System.Diagnostics;
using DtcGen.Samples.InferenceApp;
using DtcGen.Tests.Shared;

namespace DtcGen.Benchmarks;

/// <summary>
/// Reads damaged files of every kind. Each is either read or refused by name; none may end otherwise. A mutant depends on the seed, its
/// kind and its number alone.
/// </summary>
internal static class MutationCampaign
{
    /// <summary>Runs it, on all processors.</summary>
    /// <param name="count">How many mutants of each kind.</param>
    /// <param name="seed">Decides them.</param>
    /// <param name="only">One kind, or null for all.</param>
    /// <param name="first">The number of the first mutant.</param>
    public static IReadOnlyList<MutationResult> Run(int count, int seed, string? only = null, int first = 0)
    {
        var folder = Directory.CreateTempSubdirectory("dtcgen-mutants-").FullName;
        try
        {
            return
            [
                .. FileFormats.All(folder)
                    .Where(format => only is null || format.Name == only)
                    .Select(format => Run(format, folder, count, seed, first)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MutationResult Run(FileFormat format, string folder, int count, int seed, int first)
    {
        var result = new MutationResult(format.Name, count, 0, 0, 0, 0, null);
        var gate = new Lock();
        Parallel.For(0, count, number =>
        {
            var file = Mutator.Damage(format.Sample, Mutator.Source(seed, first + number));
            file = format.Repair?.Invoke(file) ?? file;
            var path = Path.Combine(folder, $"mutant-{Environment.CurrentManagedThreadId}");
            File.WriteAllBytes(path, file);
            var (memory, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            Exception? thrown = null;
            try
            {
                using var scope = TorchSharp.torch.NewDisposeScope();
                format.Read(path);
            }
            catch (Exception e)
            {
                thrown = e;
            }

            var milliseconds = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            var megabytes = (GC.GetAllocatedBytesForCurrentThread() - memory) / (double)(1 << 20);
            var isRefused = thrown is not null && format.IsRefusal(thrown)
                && (thrown is BadImageException || thrown.Message.Contains(path, StringComparison.Ordinal));
            lock (gate)
            {
                result = result with
                {
                    Refused = result.Refused + (isRefused ? 1 : 0),
                    Unhandled = result.Unhandled + (thrown is not null && !isRefused ? 1 : 0),
                    LongestMilliseconds = Math.Max(result.LongestMilliseconds, milliseconds),
                    MostMegabytes = Math.Max(result.MostMegabytes, megabytes),
                    FirstUnhandled = result.FirstUnhandled
                        ?? (thrown is null || isRefused ? null : $"mutant {first + number} of {format.Name}, seed {seed}: {thrown}"),
                };
            }
        });
        return result;
    }
}
