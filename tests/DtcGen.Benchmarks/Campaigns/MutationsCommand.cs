using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that reads damaged files of every kind.</summary>
internal static class MutationsCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count")
        {
            Description = "How many damaged files of each kind.",
            DefaultValueFactory = static _ => 80_000
        };
        var seed = new Option<int>("--seed") { Description = "Decides how they are damaged.", DefaultValueFactory = static _ => 1 };
        var only = new Option<string?>("--format") { Description = "One kind of file, as the table calls it (default: all)." };
        var first = new Option<int>("--first") { Description = "The number of the first, to see one again." };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("mutations", "Reads damaged files of every kind: each is read or refused by name.")
        {
            count, seed, only, first, json,
        };
        command.SetAction(parsed =>
        {
            var results = MutationCampaign.Run(
                parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(only), parsed.GetValue(first));
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"{result.Format,-32} {result.Mutants,8} files, {result.Refused,8} refused, {result.Unhandled} unhandled, at most {result.LongestMilliseconds:0} ms and {result.MostMegabytes:0.0} MB"));
                if (result.FirstUnhandled is not null)
                {
                    Console.WriteLine(result.FirstUnhandled);
                }
            }

            ResultFile.Write(parsed.GetValue(json), results);
            return results.All(static result => result.Unhandled == 0) ? 0 : 1;
        });
        return command;
    }
}
