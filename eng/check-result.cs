// Whether the main job on MNIST did what it is to do: dotnet run eng/check-result.cs -- RESULT.json. Exit code 1 when not.
using System.Text.Json;

using var file = JsonDocument.Parse(File.ReadAllText(args[0]));
var (dense, pruned, parity) = (Part("dense"), Part("pruned"), Part("parity"));
(string What, bool Holds)[] checks =
[
    ("dense accuracy >= 0.977", dense("accuracy").GetDouble() >= 0.977),
    ("pruned accuracy >= 0.972", pruned("accuracy").GetDouble() >= 0.972),
    ("128 of 512 neurons left", dense("neurons").GetInt64() == 512 && pruned("neurons").GetInt64() == 128),
    ("parity on 10,000 images", parity("passed").GetBoolean() && parity("samples").GetInt64() == 10_000),
    ("difference <= 1e-4", parity("maxAbsDifference").GetDouble() <= 1e-4),
    ("same class on all images", parity("argmaxAgreement").GetDouble() == 1),
    ("under 90 seconds", Part("seconds")("total").GetDouble() < 90),
];
foreach (var (what, holds) in checks)
{
    Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {what}");
}

return checks.All(check => check.Holds) ? 0 : 1;

Func<string, JsonElement> Part(string name) => file.RootElement.GetProperty(name).GetProperty;
