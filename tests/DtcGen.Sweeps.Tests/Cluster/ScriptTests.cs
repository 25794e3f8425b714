namespace DtcGen.Sweeps.Tests;

public sealed class ScriptTests : IDisposable
{
    private static readonly string Toy = string.Join(' ', ToyProcess.Program.Select(static p => $"'{p}'"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void TheScriptHasTheMissingCellsAndWhatIsGiven()
    {
        var folder = _folder.File("a folder's");
        ToyProcess.Run("cell 1", folder);
        var (code, output) = ToyProcess.Run(
            "seeds=4 slurm --cells 0-9 --partition gpu --time 1:00:00 --memory 8G --gpus a100:1 --cpus 4 --at-once 3 --extra=--account=lab --extra=--nice --setup date --dry-run",
            folder);
        Assert.Equal(
            (SweepExitCode.Done, $"""
            #!/bin/bash
            #SBATCH --job-name=toy-{output.Split('\n')[1][^10..^2]}-0
            #SBATCH --array=0,2-9%3
            #SBATCH --output="{folder}/logs/slurm-%A_%a.txt"
            #SBATCH --requeue
            #SBATCH --partition=gpu
            #SBATCH --time=1:00:00
            #SBATCH --mem=8G
            #SBATCH --gpus=a100:1
            #SBATCH --cpus-per-task=4
            #SBATCH --account=lab
            #SBATCH --nice
            date
            exec {Toy} 'seeds=4' cell "$SLURM_ARRAY_TASK_ID" --out '{folder.Replace("'", "'\\''")}'
            """),
            (code, output));
    }

    [Fact]
    public void TasksBeyondSlurmsLimitAreCountedFromAnOffset()
    {
        var script = new SlurmScript("toy", 2000, [2001, 2002]).Text(["program"], "/out%", Options(retries: true));
        Assert.Equal(
            """
            #!/bin/bash
            #SBATCH --job-name=toy
            #SBATCH --array=1-2
            #SBATCH --output="/out%%/logs/slurm-%A_%a.txt"
            #SBATCH --requeue
            exec 'program' cell "$((SLURM_ARRAY_TASK_ID + 2000))" --out '/out%' --retry

            """.ReplaceLineEndings("\n"),
            script.Replace('\\', '/'));
    }

    [Fact]
    public void TheQueueIsReadByTheJobsNames()
    {
        var queue = SlurmQueue.Parse(
            "toy-0|3|RUNNING|None\ntoy-1000|5|PENDING|Resources\ntoy-0|4|PENDING|None\nother|9|RUNNING|None\ntoy-0|N/A|PENDING|Priority\n",
            new Dictionary<string, int> { ["toy-0"] = 0, ["toy-1000"] = 1000 });
        Assert.Equal([3, 4, 1005], queue.Cells.Order());
        Assert.Equal(1, queue.Running);
        Assert.Equal(["Resources"], queue.Reasons);
    }

    [Fact]
    public void TheManifestHasAPodForEachCell()
    {
        var (code, output) = ToyProcess.Run(
            "note=$(A) kubernetes --image r/i:1 --claim results --command dotnet /app/toy.dll --at-once 4 --cpus 2 --memory 8Gi --gpus 1", null);
        Assert.Equal(
            (SweepExitCode.Done, """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: toy
            spec:
              completionMode: Indexed
              completions: 24
              parallelism: 4
              backoffLimitPerIndex: 2
              maxFailedIndexes: 24
              podFailurePolicy:
                rules:
                - action: FailIndex  # a cell that failed has its result: its message
                  onExitCodes:
                    containerName: cell
                    operator: In
                    values: [1]
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - name: cell
                    image: "r/i:1"
                    command: ["dotnet", "/app/toy.dll", "note=$$(A)", "cell", "$(JOB_COMPLETION_INDEX)", "--out", "/results"]
                    resources:
                      limits:
                        cpu: "2"
                        memory: "8Gi"
                        nvidia.com/gpu: "1"
                    volumeMounts:
                    - name: results
                      mountPath: /results
                  volumes:
                  - name: results
                    persistentVolumeClaim:
                      claimName: "results"
            """.ReplaceLineEndings("\n")),
            (code, output));
    }

    private static SlurmOptions Options(bool retries) => new([], [], [], 0, 3, TimeSpan.FromSeconds(1), retries, SubmitOnly: false);
}
