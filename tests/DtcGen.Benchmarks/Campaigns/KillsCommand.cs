using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that kills programs.</summary>
internal static class KillsCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "MNIST's folder; without it the paper's experiment is left out." };
        var kills = new Option<int>("--kills") { Description = "How often each program is killed.", DefaultValueFactory = static _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Decides when.", DefaultValueFactory = static _ => 1 };
        var only = new Option<string?>("--program") { Description = "One program, as the table calls it (default: all)." };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("kills", "Kills programs at random points, and looks at what they leave.")
        {
            data, kills, seed, only, json,
        };
        command.SetAction(parsed =>
        {
            List<Func<IKillTarget>> targets =
            [
                static () => new MainJobTarget(),
                static () => new CompressionTarget(clips: 50),
                static () => new SwapTarget(),
            ];
            if (parsed.GetValue(data) is { } folder)
            {
                targets.Add(() => new PaperTarget(folder.FullName));
            }

            var results = new List<KillResult>();
            foreach (var make in targets)
            {
                using var target = make();
                if (parsed.GetValue(only) is { } name && name != target.Name)
                {
                    continue;
                }

                var result = KillCampaign.Run(target, parsed.GetValue(kills), parsed.GetValue(seed));
                Console.WriteLine($"{result.Program,-30} {result.Kills} kills, {result.Ended} ended by themselves, {result.Faults} faults");
                if (result.FirstFault is not null)
                {
                    Console.WriteLine(result.FirstFault);
                }

                results.Add(result);
            }

            ResultFile.Write(parsed.GetValue(json), results);
            return results.All(static result => result.Faults == 0) ? 0 : 1;
        });
        return command;
    }
}
