using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that asks samples/InferenceApp for many answers, on this machine's loopback only.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var requests = new Option<int>("--requests") { Description = "How many requests.", DefaultValueFactory = static _ => 200_000 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "load", "samples/InferenceApp under many requests, the last fifth beside slow clients: answers, and memory.")
        {
            requests, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var results = await LoadCampaign.RunAsync(parsed.GetValue(requests), parts: 5, slow: 64);
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"{result.Requests,7} requests, {result.SlowClients,2} slow clients: {result.RequestsPerSecond:0}/s, {result.OtherAnswers} answered otherwise, {result.SlowEnded} slow ones ended, {result.ResidentMegabytes:0} MB"));
            }

            ResultFile.Write(parsed.GetValue(json), results);
            return LoadCampaign.IsFine(results) ? 0 : 1;
        });
        return command;
    }
}
