using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb of a long compression.</summary>
internal static class EnduranceCommand
{
    public static Command Create()
    {
        var clips = new Option<int>("--clips")
        {
            Description = "Clips, with ten steps before each.",
            DefaultValueFactory = static _ => 1000
        };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("endurance", "A compression of many clips: tensors and memory must not grow.") { clips, json };
        command.SetAction(parsed =>
        {
            var results = EnduranceCampaign.Run(parsed.GetValue(clips), points: 10);
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"{result.Clips,6} clips, {result.Steps,7} steps: {result.LiveTensors} tensors, {result.ManagedMegabytes:0.0} MB managed, {result.ResidentMegabytes:0} MB resident"));
            }

            ResultFile.Write(parsed.GetValue(json), results);
            return EnduranceCampaign.IsFlat(results) ? 0 : 1;
        });
        return command;
    }
}
