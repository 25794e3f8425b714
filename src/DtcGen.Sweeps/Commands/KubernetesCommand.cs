using System.CommandLine;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary><c>kubernetes</c>: prints a Job with a pod for each cell.</summary>
internal static class KubernetesCommand
{
    private const int Most = 100_000;

    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var image = new Option<string>("--image") { Description = "The container's image, which has the program.", HelpName = "IMAGE", Required = true };
        var claim = new Option<string>("--claim")
        {
            Description = "The persistent volume claim for the results, which all pods may write (ReadWriteMany).",
            HelpName = "NAME",
            Required = true,
        };
        var command = new Option<string[]>("--command")
        {
            Description = "How the program is started in the container, a word each. Default: dotnet /app/ and this program's file.",
            HelpName = "WORD",
            AllowMultipleArgumentsPerToken = true,
        };
        var atOnce = CountOption.Create("--at-once", 8, 1, Most, "The most pods at a time.");
        var attempts = SweepCommandLine.Attempts();
        var cpus = new Option<string?>("--cpus") { Description = "Processors of a pod: 4 or 500m.", HelpName = "N" };
        var memory = new Option<string?>("--memory") { Description = "Memory of a pod: 8Gi.", HelpName = "SIZE" };
        var gpus = new Option<string?>("--gpus") { Description = "GPUs of a pod (nvidia.com/gpu).", HelpName = "N" };
        return new DocumentedCommand(
            "kubernetes",
            "Print the manifest of an Indexed Job (Kubernetes 1.33 or newer) with a pod for each cell; cells that have a result end at once. Copy the results' cells folder, or mount the claim, for status and merge.",
            SweepExitCode.Help,
            ("kubernetes --image registry/sweep:1 --claim results --gpus 1 | kubectl apply -f -", "the sweep as a Job"))
        {
            image, claim, command, atOnce, attempts, cpus, memory, gpus,
        }.Does((parsed, _) =>
        {
            (string Name, string? Value)[] resources =
            [
                ("cpu", parsed.GetValue(cpus)), ("memory", parsed.GetValue(memory)), ("nvidia.com/gpu", parsed.GetValue(gpus)),
            ];
            var words = parsed.GetValue(command) is { Length: > 0 } given
                ? given
                : ["dotnet", $"/app/{Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0])}.dll"];
            Console.Out.Write(new KubernetesManifest(
                parsed.GetRequiredValue(image),
                parsed.GetRequiredValue(claim),
                [.. words, .. sweep.Arguments],
                parsed.GetValue(atOnce),
                parsed.GetValue(attempts),
                [
                    .. resources.Where(static r => r.Value is not null).Select(static r => KeyValuePair.Create(r.Name, r.Value!)),
                ]).Text(sweep));
            return Task.FromResult(SweepExitCode.Done);
        });
    }
}
