using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DtcGen.Sweeps;

/// <summary>A Job of Kubernetes with a pod for each cell.</summary>
/// <param name="Image">The container's image, which has the program.</param>
/// <param name="Claim">The volume claim for results.</param>
/// <param name="Command">The program in the container, with its first arguments.</param>
/// <param name="AtOnce">The most pods at a time.</param>
/// <param name="Attempts">How often a cell is started whose pod ends without a result.</param>
/// <param name="Resources">What a pod asks for and is limited to: "cpu", "memory", "nvidia.com/gpu".</param>
internal sealed partial record KubernetesManifest(
    string Image,
    string Claim,
    IReadOnlyList<string> Command,
    int AtOnce,
    int Attempts,
    IReadOnlyList<KeyValuePair<string, string>> Resources)
{
    private const int MostName = 50;
    private const string Folder = "/results";

    /// <summary>The manifest, in YAML.</summary>
    /// <param name="sweep">The sweep.</param>
    public string Text(Sweep sweep)
    {
        var name = NotOfNames().Replace(sweep.Name.ToLowerInvariant(), "-").Trim('-');
        name = name.Length == 0 ? "sweep" : name.Length <= MostName ? name : name[..MostName].Trim('-');

        // Kubernetes takes $(...) in a command for a variable; of the user's own it must not.
        var command = Command.Select(static c => c.Replace("$", "$$", StringComparison.Ordinal))
            .Concat(CellProcess.Arguments(Folder, "$(JOB_COMPLETION_INDEX)", retries: false));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {name}
            spec:
              completionMode: Indexed
              completions: {sweep.Grid.Count}
              parallelism: {AtOnce}
              backoffLimitPerIndex: {Attempts - 1}
              maxFailedIndexes: {sweep.Grid.Count}
              podFailurePolicy:
                rules:
                - action: FailIndex  # a cell that failed has its result: its message
                  onExitCodes:
                    containerName: cell
                    operator: In
                    values: [{SweepExitCode.Incomplete}]
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - name: cell
                    image: {Quote(Image)}
                    command: [{string.Join(", ", command.Select(Quote))}]

            """);
        if (Resources.Count > 0)
        {
            text.Append("        resources:\n          limits:\n");
            foreach (var (resource, amount) in Resources)
            {
                text.Append(CultureInfo.InvariantCulture, $"            {resource}: {Quote(amount)}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"""
                    volumeMounts:
                    - name: results
                      mountPath: {Folder}
                  volumes:
                  - name: results
                    persistentVolumeClaim:
                      claimName: {Quote(Claim)}

            """);
        return text.ToString().ReplaceLineEndings("\n");
    }

    // A string of JSON is one of YAML.
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex NotOfNames();
}
