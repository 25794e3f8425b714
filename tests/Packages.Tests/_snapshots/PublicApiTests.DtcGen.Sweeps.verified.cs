namespace DtcGen.Sweeps
{
    public sealed class Axis
    {
        public const string SeedName = "seed";
        public int Count { get; }
        public bool IsSeeds { get; }
        public string Name { get; }
        public System.Collections.Generic.IReadOnlyList<string> Texts { get; }
        public static DtcGen.Sweeps.Axis Of<T>(string name, params T[] values)
            where T :  notnull { }
        public static DtcGen.Sweeps.Axis Range(string name, double first, double last, double step) { }
        public static DtcGen.Sweeps.Axis Range(string name, int first, int last, int step = 1) { }
        public static DtcGen.Sweeps.Axis Seeds(int count, int first = 1) { }
    }
    public sealed class Cell
    {
        public System.Threading.CancellationToken Cancellation { get; }
        public string Folder { get; }
        public string this[string axis] { get; }
        public int Number { get; }
        public int Seed { get; }
        public T Get<T>(string axis) { }
        public void Report(double share, string? text = null) { }
        public override string ToString() { }
    }
    public readonly struct ConfidenceBand : System.IEquatable<DtcGen.Sweeps.ConfidenceBand>
    {
        public ConfidenceBand(double Mean, double Lower, double Upper) { }
        public double Lower { get; init; }
        public double Mean { get; init; }
        public double Upper { get; init; }
        public static DtcGen.Sweeps.ConfidenceBand Of(System.Collections.Generic.IReadOnlyList<double> values) { }
    }
    public sealed class Figures : System.Collections.Generic.IEnumerable<string>, System.Collections.IEnumerable
    {
        public Figures() { }
        public System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<double>> Series { get; }
        public System.Collections.Generic.IReadOnlyDictionary<string, double> Single { get; }
        public void Add(string name, System.Collections.Generic.IEnumerable<double> values) { }
        public void Add(string name, double value) { }
        public System.Collections.Generic.IEnumerator<string> GetEnumerator() { }
    }
    public static class Holm
    {
        public static double[] Adjust(System.Collections.Generic.IReadOnlyList<double> pValues) { }
    }
    public static class PairedTTest
    {
        public static double PValue(System.Collections.Generic.IReadOnlyList<double> differences) { }
    }
    public sealed class Sweep
    {
        public Sweep(string name, System.Collections.Generic.IReadOnlyList<DtcGen.Sweeps.Axis> axes, System.Func<DtcGen.Sweeps.Cell, DtcGen.Sweeps.Figures> measure) { }
        public Sweep(string name, System.Collections.Generic.IReadOnlyList<DtcGen.Sweeps.Axis> axes, System.Func<DtcGen.Sweeps.Cell, System.Threading.Tasks.Task<DtcGen.Sweeps.Figures>> measure) { }
        public System.Collections.Generic.IReadOnlyList<string> Arguments { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Sweeps.Axis> Axes { get; }
        public string Name { get; }
        public System.Collections.Generic.IReadOnlyDictionary<string, string> Settings { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Sweeps.SweepResult> Read(string folder) { }
        public System.Threading.Tasks.Task<int> RunAsync(System.Collections.Generic.IReadOnlyList<string> args, System.Threading.CancellationToken cancellationToken = default) { }
    }
    public static class SweepExitCode
    {
        public const int BadInput = 2;
        public const int Done = 0;
        public const int Held = 3;
        public const int Incomplete = 1;
        public const int InternalError = 70;
        public const int OutputFailed = 74;
        public const int SlurmFailed = 4;
        public const int Stopped = 130;
    }
    public sealed class SweepResult : System.IEquatable<DtcGen.Sweeps.SweepResult>
    {
        public SweepResult(int Number, System.Collections.Generic.IReadOnlyDictionary<string, string> Axes, int Seed, DtcGen.Sweeps.Figures? Figures, string? Error) { }
        public System.Collections.Generic.IReadOnlyDictionary<string, string> Axes { get; init; }
        public string? Error { get; init; }
        public DtcGen.Sweeps.Figures? Figures { get; init; }
        public int Number { get; init; }
        public int Seed { get; init; }
    }
}
