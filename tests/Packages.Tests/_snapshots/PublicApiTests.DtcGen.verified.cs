namespace DtcGen
{
    public sealed class Budget
    {
        public double Share { get; }
        public string Unit { get; }
        public static DtcGen.Budget Neurons(double share) { }
        public static DtcGen.Budget Of(double share, string unit, System.Func<DtcGen.IDualTomographic, double> measure) { }
        public static DtcGen.Budget Parameters(double share) { }
    }
    public sealed class Calibration
    {
        public bool HasLoss { get; }
        public static DtcGen.Calibration Inputs([System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IEnumerable<TorchSharp.torch.Tensor> batches) { }
        public static DtcGen.Calibration Labelled([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Inputs",
                "Targets"})] System.Collections.Generic.IEnumerable<System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> batches, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? loss = null) { }
        public static DtcGen.Calibration Of<TModel, TBatch>(System.Collections.Generic.IEnumerable<TBatch> batches, System.Func<TModel, TBatch, TorchSharp.torch.Tensor> loss)
            where TModel : TorchSharp.torch.nn.Module { }
    }
    public sealed class ConsoleProgress : System.IProgress<DtcGen.PruneProgress>, System.IProgress<DtcGen.Training.CycleRecord>, System.IProgress<DtcGen.Training.TrainingStep>, System.IProgress<long>
    {
        public ConsoleProgress(System.IO.TextWriter? output = null, bool? isLive = default) { }
        public System.IDisposable Begin(string name, long total = 0) { }
        public void Report(DtcGen.PruneProgress value) { }
        public void Report(DtcGen.Training.CycleRecord value) { }
        public void Report(DtcGen.Training.TrainingStep value) { }
        public void Report(long value) { }
        public void WriteLine(string text) { }
    }
    public static class CpuMath
    {
        public static bool ComputeRepeatably() { }
    }
    public static class CpuMemory
    {
        public static bool KeepFreed() { }
    }
    public static class CpuThreads
    {
        public static bool WaitPassively() { }
    }
    [System.AttributeUsage(System.AttributeTargets.Class, Inherited=false)]
    public sealed class DualTomographicAttribute : System.Attribute
    {
        public DualTomographicAttribute() { }
        public bool Explain { get; set; }
        public string[] Keep { get; set; }
        public bool Record { get; set; }
    }
    public sealed class FittedLoss : System.IEquatable<DtcGen.FittedLoss>
    {
        public FittedLoss(double Before, double After) { }
        public double After { get; init; }
        public double Before { get; init; }
        public override string ToString() { }
    }
    public sealed class GroupHistory : System.IEquatable<DtcGen.GroupHistory>
    {
        public GroupHistory(string Name, int Before, int After, System.Collections.Generic.IReadOnlyList<int>? Kept) { }
        public int After { get; init; }
        public int Before { get; init; }
        public System.Collections.Generic.IReadOnlyList<int>? Kept { get; init; }
        public string Name { get; init; }
        public override string ToString() { }
    }
    public interface IDualTomographic
    {
        System.Collections.Generic.IReadOnlyList<DtcGen.NeuronGroup> Groups { get; }
        System.Collections.Generic.IReadOnlyList<DtcGen.PinnedNeurons> Pinned { get; }
        void Clip(DtcGen.NeuronGroup group, System.Collections.Generic.IReadOnlyList<long> keep);
        long CountNeurons(DtcGen.NeuronGroup group);
        DtcGen.RaySums SumRays(DtcGen.NeuronGroup group, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map = null);
    }
    public sealed class LayerRule : System.IEquatable<DtcGen.LayerRule>
    {
        public LayerRule(string Layers) { }
        public bool Keep { get; init; }
        public string Layers { get; init; }
        public int? Maximum { get; init; }
        public int? Minimum { get; init; }
        public int? RoundTo { get; init; }
        public double? Share { get; init; }
    }
    public static class ModelHistory
    {
        public static System.Collections.Generic.IReadOnlyList<DtcGen.GroupHistory> History(this DtcGen.IDualTomographic model) { }
    }
    public sealed class NeuronCounter : System.IEquatable<DtcGen.NeuronCounter>
    {
        public NeuronCounter(string Layer, long OutputsPerNeuron) { }
        public string Layer { get; init; }
        public long OutputsPerNeuron { get; init; }
    }
    public sealed class NeuronGroup : System.IEquatable<DtcGen.NeuronGroup>
    {
        public NeuronGroup(int Index, string Name, System.Collections.Generic.IReadOnlyList<DtcGen.NeuronGroupMember> Members) { }
        public DtcGen.NeuronCounter Counter { get; init; }
        public int Index { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.NeuronGroupMember> Members { get; init; }
        public string Name { get; init; }
        public override string ToString() { }
    }
    public sealed class NeuronGroupMember : System.IEquatable<DtcGen.NeuronGroupMember>
    {
        public NeuronGroupMember(string Layer, DtcGen.NeuronRole Role) { }
        public string Layer { get; init; }
        public DtcGen.NeuronRole Role { get; init; }
    }
    public sealed class NeuronPart
    {
        public long Dimension { get; }
        public bool IsWeight { get; }
        public DtcGen.NeuronGroupMember Member { get; }
        public TorchSharp.torch.nn.Module Module { get; }
        public string Name { get; }
        public TorchSharp.torch.Tensor Values { get; }
        public TorchSharp.torch.Tensor PerNeuron() { }
        public TorchSharp.torch.Tensor PerNeuron(TorchSharp.torch.Tensor values) { }
    }
    public enum NeuronRole
    {
        Producer = 0,
        PerNeuron = 1,
        Consumer = 2,
    }
    public sealed class PinnedNeurons : System.IEquatable<DtcGen.PinnedNeurons>
    {
        public PinnedNeurons(string Layer, string Reason) { }
        public string Layer { get; init; }
        public string Reason { get; init; }
    }
    public sealed class PruneOptions : System.IEquatable<DtcGen.PruneOptions>
    {
        public PruneOptions() { }
        public required DtcGen.Budget Budget { get; init; }
        public DtcGen.Calibration? Calibration { get; init; }
        public DtcGen.Criteria.ICriterion? Criterion { get; init; }
        public int Minimum { get; init; }
        public DtcGen.ScoreNormalization? Normalization { get; init; }
        public System.IProgress<DtcGen.PruneProgress>? Progress { get; init; }
        public DtcGen.Ranking Ranking { get; init; }
        public DtcGen.Reconstruction? Reconstruction { get; init; }
        public int RoundTo { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.LayerRule> Rules { get; init; }
    }
    public sealed class PruneProgress : System.IEquatable<DtcGen.PruneProgress>
    {
        public PruneProgress(string Stage, int Done, int? Total) { }
        public int Done { get; init; }
        public string Stage { get; init; }
        public int? Total { get; init; }
    }
    public sealed class PruneReport : System.IEquatable<DtcGen.PruneReport>
    {
        public PruneReport(string Criterion, string Unit, double CostBefore, double CostAfter, System.Collections.Generic.IReadOnlyList<DtcGen.PrunedGroup> Groups, System.Collections.Generic.IReadOnlyList<DtcGen.RefittedLayer> Layers) { }
        public double CostAfter { get; init; }
        public double CostBefore { get; init; }
        public string Criterion { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.PrunedGroup> Groups { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.RefittedLayer> Layers { get; init; }
        public string? Remark { get; init; }
        public string Unit { get; init; }
        public override string ToString() { }
        public void WriteHtml(string path) { }
    }
    public sealed class PrunedGroup : System.IEquatable<DtcGen.PrunedGroup>
    {
        public PrunedGroup(string Name, int Before, System.Collections.Generic.IReadOnlyList<int> Kept, double LowestScore, double HighestScore) { }
        public int After { get; }
        public int Before { get; init; }
        public double HighestScore { get; init; }
        public System.Collections.Generic.IReadOnlyList<int> Kept { get; init; }
        public double LowestScore { get; init; }
        public string Name { get; init; }
        public override string ToString() { }
    }
    public static class PrunedModel
    {
        public static TModel LoadPruned<TModel>(this TModel model, System.Collections.Generic.IReadOnlyDictionary<string, TorchSharp.torch.Tensor> state)
            where TModel : TorchSharp.torch.nn.Module, DtcGen.IDualTomographic { }
        public static TModel LoadPruned<TModel>(this TModel model, System.IO.Stream stream)
            where TModel : TorchSharp.torch.nn.Module, DtcGen.IDualTomographic { }
        public static TModel LoadPruned<TModel>(this TModel model, string path)
            where TModel : TorchSharp.torch.nn.Module, DtcGen.IDualTomographic { }
        public static void SavePruned<TModel>(this TModel model, string path)
            where TModel : TorchSharp.torch.nn.Module, DtcGen.IDualTomographic { }
    }
    public static class Pruning
    {
        public static DtcGen.PruneReport Run(DtcGen.IDualTomographic model, DtcGen.PruneOptions options, System.Threading.CancellationToken cancellation = default) { }
    }
    public enum Ranking
    {
        WithinGroups = 0,
        Global = 1,
        Isomorphic = 2,
    }
    public sealed class RaySums : System.IEquatable<DtcGen.RaySums>
    {
        public RaySums(double[] Previous, double[] Next) { }
        public double[] Next { get; init; }
        public double[] Previous { get; init; }
    }
    public sealed class Reconstruction : System.IEquatable<DtcGen.Reconstruction>
    {
        public const double DefaultRidge = 0.0001D;
        public Reconstruction() { }
        public bool FitOutput { get; init; }
        public bool RefreshStatistics { get; init; }
        public double Ridge { get; init; }
        public bool Sequential { get; init; }
    }
    public sealed class RefittedLayer : System.IEquatable<DtcGen.RefittedLayer>
    {
        public RefittedLayer(string Layer, double? Cut, double? Refitted, string? Refusal = null) { }
        public double? Cut { get; init; }
        public string Layer { get; init; }
        [System.Text.Json.Serialization.JsonIgnore(Condition=System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public DtcGen.FittedLoss? Loss { get; init; }
        public double? Refitted { get; init; }
        public string? Refusal { get; init; }
        public override string ToString() { }
    }
    public enum ScoreNormalization
    {
        None = 0,
        Mean = 1,
        Sum = 2,
        Max = 3,
        Gaussian = 4,
    }
}
namespace DtcGen.Compressibility
{
    public sealed class CompressibilityLoss
    {
        public CompressibilityLoss(DtcGen.Compressibility.CompressibilityScope scope = 0, System.Func<string, TorchSharp.Modules.Parameter, bool>? takes = null) { }
        public TorchSharp.torch.Tensor Of(TorchSharp.torch.nn.Module model) { }
        public static TorchSharp.torch.Tensor Of(TorchSharp.torch.Tensor weights) { }
    }
    public enum CompressibilityScope
    {
        PerLayer = 0,
        Global = 1,
    }
    public sealed class WeightCompression : System.IEquatable<DtcGen.Compressibility.WeightCompression>
    {
        public WeightCompression() { }
        public required double BitsPerNonZero { get; init; }
        public required double BitsPerWeight { get; init; }
        public required long DeflateBytes { get; init; }
        public long EntropyBytes { get; }
        public required long NonZeros { get; init; }
        public double Sparsity { get; }
        public required long Weights { get; init; }
        public static DtcGen.Compressibility.WeightCompression Measure(TorchSharp.torch.nn.Module model, double share = 0) { }
        public static void Threshold(TorchSharp.torch.nn.Module model, double share) { }
    }
}
namespace DtcGen.Criteria
{
    public sealed class BatchNormScaleCriterion : DtcGen.Criteria.ICriterion
    {
        public BatchNormScaleCriterion() { }
        public DtcGen.Criteria.Combination Combination { get; init; }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public enum ClippedSide
    {
        Lowest = 0,
        Highest = 1,
    }
    public enum Combination
    {
        Mean = 0,
        Sum = 1,
        Max = 2,
        First = 3,
    }
    public sealed class CriterionContext : System.IEquatable<DtcGen.Criteria.CriterionContext>
    {
        public CriterionContext(DtcGen.IDualTomographic Model, DtcGen.NeuronGroup Group, DtcGen.RaySums Sums, int Cycle) { }
        public int Cycle { get; init; }
        public DtcGen.NeuronGroup Group { get; init; }
        public DtcGen.IDualTomographic Model { get; init; }
        public int Neurons { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.NeuronPart> Parts { get; }
        public DtcGen.RaySums Sums { get; init; }
        public double[] Combine(DtcGen.Criteria.Combination combination, System.Func<DtcGen.NeuronPart, TorchSharp.torch.Tensor?> score) { }
        public static DtcGen.Criteria.CriterionContext Read(DtcGen.IDualTomographic model, DtcGen.NeuronGroup group, int cycle = 0) { }
    }
    [System.Flags]
    public enum CriterionNeeds
    {
        Nothing = 0,
        Gradients = 1,
        Activations = 2,
        Products = 4,
    }
    public sealed class DiagonalHessianCriterion : DtcGen.Criteria.ICriterion
    {
        public DiagonalHessianCriterion() { }
        public DtcGen.Criteria.Combination Combination { get; init; }
        public bool ComparesGroups { get; }
        public DtcGen.Criteria.HessianEstimate Estimate { get; init; }
        public string Name { get; }
        public DtcGen.Criteria.CriterionNeeds Needs { get; }
        public uint Seed { get; init; }
        public int Vectors { get; init; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class DualTomographicCriterion : DtcGen.Criteria.ICriterion
    {
        public DualTomographicCriterion(DtcGen.Replay.Variant? variant = null, DtcGen.Tomography.TomographySettings? tomography = null) { }
        public string Name { get; }
        public DtcGen.Replay.Variant Variant { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class GeometricMedianCriterion : DtcGen.Criteria.ICriterion
    {
        public GeometricMedianCriterion() { }
        public DtcGen.Criteria.Combination Combination { get; init; }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public enum HessianEstimate
    {
        SquaredGradients = 0,
        Hutchinson = 1,
    }
    public interface ICriterion
    {
        bool ComparesGroups { get; }
        string Name { get; }
        DtcGen.Criteria.CriterionNeeds Needs { get; }
        DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context);
    }
    public sealed class LampCriterion : DtcGen.Criteria.ICriterion
    {
        public LampCriterion() { }
        public DtcGen.Criteria.Combination Combination { get; init; }
        public bool ComparesGroups { get; }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class MagnitudeCriterion : DtcGen.Criteria.ICriterion
    {
        public MagnitudeCriterion(DtcGen.Criteria.ClippedSide clipped = 0) { }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class MeanActivationCriterion : DtcGen.Criteria.ICriterion
    {
        public MeanActivationCriterion() { }
        public string Name { get; }
        public DtcGen.Criteria.CriterionNeeds Needs { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class NeuronScores : System.IEquatable<DtcGen.Criteria.NeuronScores>
    {
        public NeuronScores(double[] Values, DtcGen.Criteria.ClippedSide Clipped, DtcGen.Tomography.WeightRays? Rays = null) { }
        public DtcGen.Criteria.ClippedSide Clipped { get; init; }
        public DtcGen.Tomography.WeightRays? Rays { get; init; }
        public double[] Values { get; init; }
    }
    public static class NeuronSelection
    {
        public static int CountKept(int neurons, double shareKept) { }
        public static long[] Keep(DtcGen.Criteria.NeuronScores scores, int count, DtcGen.Replay.SelectionRule rule = 0) { }
    }
    public sealed class NonFiniteWeightsException : System.InvalidOperationException
    {
        public NonFiniteWeightsException(DtcGen.NeuronGroup group, string side, System.Collections.Generic.IReadOnlyList<string> layers) { }
        public DtcGen.NeuronGroup Group { get; }
        public System.Collections.Generic.IReadOnlyList<string> Layers { get; }
    }
    public sealed class NormCriterion : DtcGen.Criteria.ICriterion
    {
        public NormCriterion(DtcGen.Criteria.NormOrder order = 0) { }
        public DtcGen.Criteria.Combination? Combination { get; init; }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public enum NormOrder
    {
        L1 = 0,
        L2 = 1,
    }
    public sealed class OutputCriterion : DtcGen.Criteria.ICriterion
    {
        public OutputCriterion(double ridge = 0.0001) { }
        public bool ComparesGroups { get; }
        public string Name { get; }
        public DtcGen.Criteria.CriterionNeeds Needs { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class RandomCriterion : DtcGen.Criteria.ICriterion
    {
        public RandomCriterion(uint seed = 42424242, bool reseeded = true) { }
        public string Name { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class TaylorCriterion : DtcGen.Criteria.ICriterion
    {
        public TaylorCriterion() { }
        public bool AddsFirst { get; init; }
        public DtcGen.Criteria.Combination Combination { get; init; }
        public bool ComparesGroups { get; }
        public string Name { get; }
        public DtcGen.Criteria.CriterionNeeds Needs { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
    public sealed class ZeroShareCriterion : DtcGen.Criteria.ICriterion
    {
        public ZeroShareCriterion() { }
        public bool ComparesGroups { get; }
        public string Name { get; }
        public DtcGen.Criteria.CriterionNeeds Needs { get; }
        public DtcGen.Criteria.NeuronScores Score(DtcGen.Criteria.CriterionContext context) { }
    }
}
namespace DtcGen.Entropy
{
    public static class GibbsEntropy
    {
        public static double? Bits(System.ReadOnlySpan<double> measurements) { }
        public static double? Nats(System.ReadOnlySpan<double> measurements) { }
    }
}
namespace DtcGen.Recording
{
    public interface IRecordedModel
    {
        bool IsRecorded { get; }
        DtcGen.Recording.RecordedModel Recorded { get; }
        void RecordInputs([System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor> inputs);
    }
    public static class RecordedForwards
    {
        public static void Add<TModule>(System.Func<DtcGen.Recording.Recorder, TModule, object?[], object?> forward)
            where TModule : TorchSharp.torch.nn.Module { }
    }
    public sealed class RecordedModel
    {
        public RecordedModel(TorchSharp.torch.nn.Module model, string[] keep, System.Action register) { }
        public System.Collections.Generic.IReadOnlyList<DtcGen.NeuronGroup> Groups { get; }
        public System.Collections.Generic.IReadOnlyList<string> Inputs { get; }
        public bool IsRecorded { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.PinnedNeurons> Pinned { get; }
        public void Clip(DtcGen.NeuronGroup group, System.Collections.Generic.IReadOnlyList<long> keep) { }
        public long CountNeurons(DtcGen.NeuronGroup group) { }
        public void Record(System.Collections.Generic.IReadOnlyList<string> names, System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor> example, System.Func<DtcGen.Recording.Recorder?, System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>, object?> run) { }
        public DtcGen.RaySums SumRays(DtcGen.NeuronGroup group, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map) { }
    }
    public sealed class Recorder
    {
        public int Taken { get; }
        public TorchSharp.torch.Tensor Counted(TorchSharp.torch.Tensor tensor) { }
        public T Counted<T>(T layer)
            where T : TorchSharp.torch.nn.Module { }
        public void Do(System.Action call, string site) { }
        public void Done(string site) { }
        public void Forget(int taken) { }
        public T In<T>(T value) { }
        public T InChanged<T>(T value) { }
        public T InKept<T>(T value) { }
        public T InProduct<T>(T value) { }
        public System.ReadOnlySpan<T> InSpan<T>(System.ReadOnlySpan<T> values) { }
        public TResult Module<TModule, TResult>(TModule module, System.Func<TModule, object?[], TResult> call, params object?[] arguments) { }
        public T Out<T>(string site, T result) { }
        public long[] Shape(TorchSharp.torch.Tensor tensor) { }
        public long Size(TorchSharp.torch.Tensor tensor, System.Index dimension) { }
        public long SizeAt(TorchSharp.torch.Tensor tensor, long dimension) { }
    }
}
namespace DtcGen.Replay
{
    public sealed class FloorSchedule : DtcGen.Training.IClipSchedule, System.IEquatable<DtcGen.Replay.FloorSchedule>
    {
        public const int PublishedFloor = 10;
        public FloorSchedule(int floor = 10, double shareClipped = 0.1) { }
        public int Floor { get; }
        public double ShareClipped { get; }
        public int CountKept(int initial, int current, int cycle) { }
    }
    public sealed class NumPyLegacyRandom
    {
        public NumPyLegacyRandom(uint seed) { }
        public int[] Choice(int population, int count) { }
        public void Fill(System.Span<double> destination) { }
        public double NextDouble() { }
        public double NextGaussian() { }
        public uint NextUInt32() { }
        public int[] Permutation(int length) { }
    }
    public sealed class NumPyMeasurements : DtcGen.Tomography.IMeasurementSource, System.IEquatable<DtcGen.Replay.NumPyMeasurements>
    {
        public const uint PublishedSeed = 42424242u;
        public NumPyMeasurements(uint Seed = 42424242) { }
        public uint Seed { get; init; }
    }
    public enum OutputNormalisation
    {
        Classes = 0,
        Batch = 1,
    }
    public enum ScoreDomain
    {
        Reconstruction = 0,
        Coefficients = 1,
    }
    public enum SelectionRule
    {
        Count = 0,
        Quantile = 1,
    }
    public sealed class Variant : System.IEquatable<DtcGen.Replay.Variant>
    {
        public Variant(DtcGen.Criteria.ClippedSide Clipped, DtcGen.Replay.ScoreDomain Domain, DtcGen.Replay.SelectionRule Selection, DtcGen.Replay.OutputNormalisation Output) { }
        public DtcGen.Criteria.ClippedSide Clipped { get; init; }
        public DtcGen.Replay.ScoreDomain Domain { get; init; }
        public DtcGen.Replay.OutputNormalisation Output { get; init; }
        public DtcGen.Replay.SelectionRule Selection { get; init; }
        public static DtcGen.Replay.Variant AsDescribed { get; }
        public static DtcGen.Replay.Variant AsPublished { get; }
    }
}
namespace DtcGen.Runtime
{
    public static class GroupIndex
    {
        public static int Of(DtcGen.NeuronGroup group, System.Collections.Generic.IReadOnlyList<DtcGen.NeuronGroup> groups) { }
    }
    public static class LayerSizes
    {
        public static long Features(TorchSharp.Modules.Embedding layer) { }
    }
    public sealed class ModelUse : System.IDisposable
    {
        public void Dispose() { }
        public static DtcGen.Runtime.ModelUse Change(object model, string what) { }
        public static DtcGen.Runtime.ModelUse Read(object model, string what) { }
    }
    public sealed class NeuronClip : System.IDisposable
    {
        public NeuronClip(TorchSharp.torch.nn.Module model, DtcGen.NeuronGroup group, long count, System.Collections.Generic.IReadOnlyList<long> keep) { }
        public void Commit() { }
        public void Depthwise(string name, TorchSharp.Modules.Convolution layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Dispose() { }
        public void Inputs(string name, TorchSharp.Modules.Convolution layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Inputs(string name, TorchSharp.Modules.Linear layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Normalised(string name, TorchSharp.Modules.NormBase layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Outputs(string name, TorchSharp.Modules.Convolution layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Outputs(string name, TorchSharp.Modules.Embedding layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Outputs(string name, TorchSharp.Modules.Linear layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
        public void Slopes(string name, TorchSharp.Modules.PReLU layer, DtcGen.Runtime.NeuronLayout? layout = null) { }
    }
    public sealed class NeuronLayout
    {
        public NeuronLayout(long? outer = 1, long? before = 0, long? after = 0, long? inner = 1) { }
        public static DtcGen.Runtime.NeuronLayout Blocks { get; }
        public static DtcGen.Runtime.NeuronLayout Repeats { get; }
        public static DtcGen.Runtime.NeuronLayout Whole { get; }
    }
    public sealed class NeuronSums
    {
        public static DtcGen.Runtime.NeuronSums operator +(DtcGen.Runtime.NeuronSums left, DtcGen.Runtime.NeuronSums right) { }
    }
    public static class WeightSums
    {
        public static DtcGen.Runtime.NeuronSums Columns(TorchSharp.torch.Tensor weight, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map) { }
        public static DtcGen.Runtime.NeuronSums Columns(string layer, TorchSharp.torch.Tensor weight, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map, long count, DtcGen.Runtime.NeuronLayout layout) { }
        public static DtcGen.Runtime.NeuronSums None(DtcGen.Runtime.NeuronSums previous) { }
        public static DtcGen.Runtime.NeuronSums Rows(TorchSharp.torch.Tensor weight, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map) { }
        public static DtcGen.Runtime.NeuronSums Rows(string layer, TorchSharp.torch.Tensor weight, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? map, long count, DtcGen.Runtime.NeuronLayout layout) { }
        public static DtcGen.RaySums ToRaySums(DtcGen.Runtime.NeuronSums previous, DtcGen.Runtime.NeuronSums next) { }
    }
}
namespace DtcGen.SparseTraining
{
    public sealed class BatchNormScalePenalty : DtcGen.SparseTraining.NeuronPenalty
    {
        public BatchNormScalePenalty(DtcGen.IDualTomographic model) { }
    }
    public sealed class GroupLasso : DtcGen.SparseTraining.NeuronPenalty
    {
        public GroupLasso(DtcGen.IDualTomographic model) { }
    }
    public sealed class GrowingPenalty : DtcGen.SparseTraining.NeuronPenalty
    {
        public GrowingPenalty(DtcGen.IDualTomographic model, double share, DtcGen.Criteria.ICriterion? criterion = null, DtcGen.Calibration? calibration = null) { }
        public double Factor { get; }
        public double Growth { get; init; }
        public double Limit { get; init; }
        public void Grow() { }
        public void Mark() { }
    }
    public abstract class NeuronPenalty : System.IDisposable
    {
        public void Dispose() { }
        public TorchSharp.torch.Tensor Value() { }
    }
}
namespace DtcGen.Tomography
{
    public sealed class CounterMeasurements : DtcGen.Tomography.IMeasurementSource, System.IEquatable<DtcGen.Tomography.CounterMeasurements>
    {
        public CounterMeasurements(ulong Seed = 42424242) { }
        public ulong Seed { get; init; }
    }
    public interface IMeasurementSource { }
    public sealed class LassoCertificate : System.IEquatable<DtcGen.Tomography.LassoCertificate>
    {
        public LassoCertificate() { }
        public required double Dual { get; init; }
        public required double[] DualPoint { get; init; }
        public required double DualResidual { get; init; }
        public double Gap { get; }
        public required int Iterations { get; init; }
        public required int NonZeros { get; init; }
        public required double Primal { get; init; }
        public required double RelativeGap { get; init; }
        public required double StationarityResidual { get; init; }
        public required DtcGen.Tomography.LassoStatus Status { get; init; }
    }
    public sealed class LassoSettings : System.IEquatable<DtcGen.Tomography.LassoSettings>
    {
        public const int DefaultMaximumIterations = 100000;
        public const double DefaultRelativeGap = 1E-09D;
        public const double ObjectiveFloor = 1E-15D;
        public LassoSettings() { }
        public int MaximumIterations { get; init; }
        public double RelativeGap { get; init; }
    }
    public enum LassoStatus
    {
        Solved = 0,
        Inaccurate = 1,
        Failed = 2,
    }
    public sealed class TomographySettings : System.IEquatable<DtcGen.Tomography.TomographySettings>
    {
        public const double DefaultLambda = 0.3D;
        public const double DefaultMeasurementSparsity = 0.9D;
        public TomographySettings() { }
        public double Lambda { get; init; }
        public double MeasurementSparsity { get; init; }
        public DtcGen.Tomography.LassoSettings Solver { get; init; }
        public DtcGen.Tomography.IMeasurementSource Source { get; init; }
        public int CountMeasurements(int neurons) { }
    }
    public sealed class WeightRay : System.IEquatable<DtcGen.Tomography.WeightRay>
    {
        public WeightRay(double[] Measurements, double[] Coefficients, double[] Reconstruction, DtcGen.Tomography.LassoCertificate Certificate) { }
        public DtcGen.Tomography.LassoCertificate Certificate { get; init; }
        public double[] Coefficients { get; init; }
        public double[] Measurements { get; init; }
        public double[] Reconstruction { get; init; }
    }
    public sealed class WeightRays : System.IEquatable<DtcGen.Tomography.WeightRays>
    {
        public WeightRays(DtcGen.Tomography.WeightRay Previous, DtcGen.Tomography.WeightRay Next) { }
        public DtcGen.Tomography.WeightRay Next { get; init; }
        public DtcGen.Tomography.WeightRay Previous { get; init; }
    }
}
namespace DtcGen.Training
{
    [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
            "Inputs",
            "Targets"})]
    public delegate System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> BatchSource(DtcGen.Training.TrainingPosition position);
    public static class Batches
    {
        public static DtcGen.Training.BatchSource InOrder([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Inputs",
                "Targets"})] System.Collections.Generic.IReadOnlyList<System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> batches) { }
        public static DtcGen.Training.BatchSource Repeat([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Inputs",
                "Targets"})] System.Collections.Generic.IEnumerable<System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> batches) { }
        public static DtcGen.Training.BatchSource Shuffled(TorchSharp.torch.Tensor inputs, TorchSharp.torch.Tensor targets, int batchSize, uint seed) { }
    }
    public static class CompressCheckpoint
    {
        public static DtcGen.Training.CompressState Load<TModel>(string path, TModel model)
            where TModel : TorchSharp.torch.nn.Module, DtcGen.IDualTomographic { }
        public static void Save(string path, TorchSharp.torch.nn.Module model, DtcGen.Training.CompressState state) { }
    }
    public sealed class CompressOptions : System.IEquatable<DtcGen.Training.CompressOptions>
    {
        public const int DefaultStepsPerCycle = 200;
        public CompressOptions() { }
        public required DtcGen.Training.BatchSource Batches { get; init; }
        public DtcGen.Budget? Budget { get; init; }
        public DtcGen.Calibration? Calibration { get; init; }
        public System.Action<DtcGen.Training.CompressState>? Checkpoint { get; init; }
        public DtcGen.Criteria.ICriterion Criterion { get; init; }
        public DtcGen.Tomography.TomographySettings? Entropy { get; init; }
        public System.Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, double>? Evaluate { get; init; }
        public System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> Loss { get; init; }
        public System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? LossWithInputs { get; init; }
        public int Minimum { get; init; }
        public DtcGen.ScoreNormalization? Normalization { get; init; }
        public System.Func<System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter>, TorchSharp.torch.optim.Optimizer> Optimizer { get; init; }
        public System.IProgress<DtcGen.Training.CycleRecord>? Progress { get; init; }
        public DtcGen.Ranking Ranking { get; init; }
        public DtcGen.Reconstruction? Reconstruction { get; init; }
        public int RoundTo { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.LayerRule> Rules { get; init; }
        public DtcGen.Training.IClipSchedule? Schedule { get; init; }
        public DtcGen.Replay.SelectionRule Selection { get; init; }
        public System.IProgress<DtcGen.Training.TrainingStep>? StepProgress { get; init; }
        public int StepsPerCycle { get; init; }
    }
    public sealed class CompressResult : System.IEquatable<DtcGen.Training.CompressResult>
    {
        public CompressResult(DtcGen.Training.CompressState State, bool Completed) { }
        public bool Completed { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> Cycles { get; }
        public DtcGen.Training.CompressState State { get; init; }
        public override string ToString() { }
    }
    public sealed class CompressState : System.IEquatable<DtcGen.Training.CompressState>
    {
        public CompressState(System.Collections.Generic.IReadOnlyList<int> InitialNeurons, long Steps, System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> Cycles) { }
        [System.Text.Json.Serialization.JsonIgnore(Condition=System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public double? CostBefore { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> Cycles { get; init; }
        public System.Collections.Generic.IReadOnlyList<int> InitialNeurons { get; init; }
        public long Steps { get; init; }
        [System.Text.Json.Serialization.JsonIgnore(Condition=System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public string? Unit { get; init; }
        public System.Collections.Generic.IReadOnlyList<int> KeptNeurons(int group) { }
        public void Shrink(DtcGen.IDualTomographic model) { }
        public string ToJson() { }
        public override string ToString() { }
        public static DtcGen.Training.CompressState FromJson(string json) { }
    }
    public sealed class CompressTrain
    {
        public static DtcGen.Training.CompressResult Run<TModel>(TModel model, DtcGen.Training.CompressOptions options, DtcGen.Training.CompressState? resumeFrom = null, System.Threading.CancellationToken cancellation = default)
            where TModel : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, DtcGen.IDualTomographic { }
        public static DtcGen.Training.CompressState? StateOf(System.Exception exception) { }
    }
    public sealed class CubicSchedule : DtcGen.Training.CycleSchedule, System.IEquatable<DtcGen.Training.CubicSchedule>
    {
        public CubicSchedule(int cycles = 10) { }
        public CubicSchedule(double targetSparsity, int cycles = 10) { }
        protected override double ShareAt(double way, double end) { }
    }
    public sealed class CycleRecord : System.IEquatable<DtcGen.Training.CycleRecord>
    {
        public CycleRecord() { }
        public required double ClipSeconds { get; init; }
        [System.Text.Json.Serialization.JsonIgnore(Condition=System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public double? Cost { get; init; }
        public required int Cycle { get; init; }
        public required double EvaluateSeconds { get; init; }
        public required System.Collections.Generic.IReadOnlyList<DtcGen.Training.GroupRecord> Groups { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.RefittedLayer> Layers { get; init; }
        public required double Loss { get; init; }
        public required double? Metric { get; init; }
        public required int Neurons { get; init; }
        public required double Sparsity { get; init; }
        public required double TrainSeconds { get; init; }
        public override string ToString() { }
    }
    public abstract class CycleSchedule : DtcGen.Training.IClipSchedule, System.IEquatable<DtcGen.Training.CycleSchedule>
    {
        protected CycleSchedule(int cycles, double? targetSparsity) { }
        public int Cycles { get; }
        public double? TargetSparsity { get; }
        public int CountKept(int initial, int current, int cycle) { }
        public double CountShare(int cycle, double end) { }
        protected abstract double ShareAt(double way, double end);
    }
    public sealed class Distillation
    {
        public Distillation(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> teacher, double temperature = 4, double alpha = 0.9, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? loss = null) { }
        public double Alpha { get; }
        public double Temperature { get; }
        public TorchSharp.torch.Tensor Loss(TorchSharp.torch.Tensor inputs, TorchSharp.torch.Tensor output, TorchSharp.torch.Tensor targets) { }
    }
    public sealed class GeometricSchedule : DtcGen.Training.CycleSchedule, System.IEquatable<DtcGen.Training.GeometricSchedule>
    {
        public const int DefaultCycles = 10;
        public GeometricSchedule(int cycles = 10) { }
        public GeometricSchedule(double targetSparsity, int cycles = 10) { }
        protected override double ShareAt(double way, double end) { }
    }
    public sealed class GroupRecord : System.IEquatable<DtcGen.Training.GroupRecord>
    {
        public GroupRecord() { }
        public required double? EntropyNext { get; init; }
        public required double? EntropyPrevious { get; init; }
        public required System.Collections.Generic.IReadOnlyList<int> Kept { get; init; }
        public required string Name { get; init; }
        public required int NeuronsAfter { get; init; }
        public required int NeuronsBefore { get; init; }
        public DtcGen.Training.SolverSummary? Solver { get; init; }
        public override string ToString() { }
    }
    public interface IClipSchedule
    {
        int CountKept(int initial, int current, int cycle);
    }
    public sealed class OneShotSchedule : DtcGen.Training.CycleSchedule, System.IEquatable<DtcGen.Training.OneShotSchedule>
    {
        public OneShotSchedule() { }
        public OneShotSchedule(double targetSparsity) { }
        protected override double ShareAt(double way, double end) { }
    }
    public sealed class ShareSchedule : DtcGen.Training.IClipSchedule, System.IEquatable<DtcGen.Training.ShareSchedule>
    {
        public const double DefaultShareClipped = 0.1D;
        public ShareSchedule(double targetSparsity, double shareClipped = 0.1, int multipleOf = 1) { }
        public int MultipleOf { get; }
        public double ShareClipped { get; }
        public double TargetSparsity { get; }
        public int CountCycles(int neurons) { }
        public int CountKept(int initial, int current, int cycle) { }
    }
    public sealed class SolverSummary : System.IEquatable<DtcGen.Training.SolverSummary>
    {
        public SolverSummary(DtcGen.Tomography.LassoStatus Status, double RelativeGap, int Iterations, int Measurements) { }
        public int Iterations { get; init; }
        public int Measurements { get; init; }
        public double RelativeGap { get; init; }
        public DtcGen.Tomography.LassoStatus Status { get; init; }
        public static DtcGen.Training.SolverSummary Of(DtcGen.Tomography.WeightRays rays) { }
    }
    public sealed class TrainingLoop
    {
        public TrainingLoop(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> model, DtcGen.Training.BatchSource batches, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? loss = null) { }
        public TrainingLoop(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> model, DtcGen.Training.BatchSource batches, System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> loss) { }
        public double Run(TorchSharp.torch.optim.Optimizer optimizer, int steps, DtcGen.Training.TrainingPosition from = default, System.IProgress<DtcGen.Training.TrainingStep>? progress = null, System.Threading.CancellationToken cancellation = default) { }
        public static double Accuracy(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> model, TorchSharp.torch.Tensor inputs, TorchSharp.torch.Tensor targets, int batchSize = 1000) { }
        public static TorchSharp.torch.Tensor CrossEntropy(TorchSharp.torch.Tensor output, TorchSharp.torch.Tensor targets) { }
        public static string? FindNonFinite(TorchSharp.torch.nn.Module model) { }
    }
    public readonly struct TrainingPosition : System.IEquatable<DtcGen.Training.TrainingPosition>
    {
        public TrainingPosition(int Cycle, int StepInCycle, long Step) { }
        public int Cycle { get; init; }
        public long Step { get; init; }
        public int StepInCycle { get; init; }
    }
    public readonly struct TrainingStep : System.IEquatable<DtcGen.Training.TrainingStep>
    {
        public TrainingStep(DtcGen.Training.TrainingPosition Position, double Loss) { }
        public double Loss { get; init; }
        public DtcGen.Training.TrainingPosition Position { get; init; }
    }
    public sealed class TrainingStoppedException : System.InvalidOperationException
    {
        public TrainingStoppedException(string what, DtcGen.Training.TrainingPosition position, string? layer, System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> cycles) { }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> Cycles { get; }
        public string? Layer { get; }
        public DtcGen.Training.TrainingPosition Position { get; }
    }
}
