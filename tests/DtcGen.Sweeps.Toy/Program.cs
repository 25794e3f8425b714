// A sweep as its users write it, with a toy in the place of a training: the tests start it as a process.
using DtcGen.Sweeps;
using DtcGen.Sweeps.Toy;

// What comes before the verb is the program's own: pause=50 fail=7 seeds=4.
string[] own = [.. args.TakeWhile(static a => a.Contains('=', StringComparison.Ordinal))];
var toy = new Toy(own.Select(static a => a.Split('=', 2)).ToDictionary(static a => a[0], static a => a[1]));

var sweep = new Sweep(
    "toy",
    [
        Axis.Of("criterion", "l2", "dtc"),
        Axis.Range("budget", 0.25, 0.75, 0.25),
        Axis.Seeds(toy.Seeds),
    ],
    toy.Measure)
{
    Arguments = own,
    Settings = new Dictionary<string, string> { ["epochs"] = toy.Epochs },
};
return await sweep.RunAsync(args[own.Length..]);
