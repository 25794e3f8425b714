namespace DtcGen.Onnx
{
    public sealed class OnnxArray
    {
        public OnnxArray(DtcGen.Onnx.OnnxElementType elementType, System.Collections.Generic.IReadOnlyList<long> shape, System.ReadOnlyMemory<byte> bytes) { }
        public System.ReadOnlyMemory<byte> Bytes { get; }
        public DtcGen.Onnx.OnnxElementType ElementType { get; }
        public System.Collections.Generic.IReadOnlyList<long> Shape { get; }
        public DtcGen.Onnx.OnnxArray As(DtcGen.Onnx.OnnxElementType elementType) { }
        public DtcGen.Onnx.OnnxArray Samples(long start, long count) { }
        public double[] ToDoubles() { }
        public override string ToString() { }
        public static DtcGen.Onnx.OnnxArray Of<T>(System.ReadOnlySpan<T> values, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<long> shape)
            where T :  unmanaged { }
        public static DtcGen.Onnx.OnnxArray Of<T>(T[] values, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<long> shape)
            where T :  unmanaged { }
    }
    public static class OnnxChecker
    {
        public static System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> Check(DtcGen.Onnx.OnnxModel model) { }
        public static DtcGen.Onnx.OnnxVerdict Judge(DtcGen.Onnx.OnnxModel model) { }
    }
    public static class OnnxComparison
    {
        public static DtcGen.Onnx.OnnxComparisonResult Compare(string dense, string pruned, System.Collections.Generic.IEnumerable<System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxArray>> batches, System.Collections.Generic.IReadOnlyList<long>? labels = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
    }
    public sealed class OnnxComparisonResult : System.IEquatable<DtcGen.Onnx.OnnxComparisonResult>
    {
        public OnnxComparisonResult(long Samples, double MaxAbsDifference, double MaxRelDifference, double ArgmaxAgreement, double? DenseAccuracy, double? PrunedAccuracy) { }
        public double ArgmaxAgreement { get; init; }
        public double? DenseAccuracy { get; init; }
        public bool InputsByName { get; init; }
        public double MaxAbsDifference { get; init; }
        public double MaxRelDifference { get; init; }
        public bool OutputsByName { get; init; }
        public double? PrunedAccuracy { get; init; }
        public long Samples { get; init; }
        public override string ToString() { }
    }
    public sealed class OnnxCost
    {
        public long KnownMultiplyAdds { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxLayer> Layers { get; }
        public long? MultiplyAdds { get; }
        public long Parameters { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxWeight> Unused { get; }
        public long WeightBytes { get; }
        public long ZeroParameters { get; }
        public static DtcGen.Onnx.OnnxCost Count(DtcGen.Onnx.OnnxModel model, System.Collections.Generic.IReadOnlyDictionary<string, long>? dimensions = null) { }
    }
    public readonly struct OnnxDimension : System.IEquatable<DtcGen.Onnx.OnnxDimension>
    {
        public OnnxDimension(long? Value, string? Symbol) { }
        public bool IsStatic { get; }
        public System.Collections.Generic.IReadOnlyList<string> Names { get; }
        public string? Symbol { get; init; }
        public long? Value { get; init; }
        public long? Evaluate(System.Collections.Generic.IReadOnlyDictionary<string, long> sizes) { }
        public override string ToString() { }
        public static DtcGen.Onnx.OnnxDimension op_Implicit(long value) { }
        public static DtcGen.Onnx.OnnxDimension op_Implicit(string symbol) { }
        public static DtcGen.Onnx.OnnxDimension operator *(DtcGen.Onnx.OnnxDimension left, DtcGen.Onnx.OnnxDimension right) { }
        public static DtcGen.Onnx.OnnxDimension operator +(DtcGen.Onnx.OnnxDimension left, DtcGen.Onnx.OnnxDimension right) { }
        public static DtcGen.Onnx.OnnxDimension operator -(DtcGen.Onnx.OnnxDimension left, DtcGen.Onnx.OnnxDimension right) { }
        public static DtcGen.Onnx.OnnxDimension operator /(DtcGen.Onnx.OnnxDimension left, DtcGen.Onnx.OnnxDimension right) { }
    }
    public enum OnnxElementType
    {
        Undefined = 0,
        Float = 1,
        UInt8 = 2,
        Int8 = 3,
        UInt16 = 4,
        Int16 = 5,
        Int32 = 6,
        Int64 = 7,
        String = 8,
        Bool = 9,
        Float16 = 10,
        Double = 11,
        UInt32 = 12,
        UInt64 = 13,
        Complex64 = 14,
        Complex128 = 15,
        BFloat16 = 16,
        Float8E4M3FN = 17,
        Float8E4M3FNUZ = 18,
        Float8E5M2 = 19,
        Float8E5M2FNUZ = 20,
        UInt4 = 21,
        Int4 = 22,
        Float4E2M1 = 23,
        Float8E8M0 = 24,
        UInt2 = 25,
        Int2 = 26,
    }
    public sealed class OnnxFacts : System.IEquatable<DtcGen.Onnx.OnnxFacts>
    {
        public const string ClassesKey = "classes";
        public const string DeviationKey = "deviation";
        public const string MeanKey = "mean";
        public const string NeuronsKey = "neurons";
        public OnnxFacts() { }
        public System.Collections.Generic.IReadOnlyList<string>? Classes { get; init; }
        public System.Collections.Generic.IReadOnlyList<float>? Deviation { get; init; }
        public System.Collections.Generic.IReadOnlyList<float>? Mean { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxNeurons>? Neurons { get; init; }
        public static System.Collections.Generic.IReadOnlyList<float>? ParseNumbers(string? text) { }
        public static DtcGen.Onnx.OnnxFacts Read(System.Collections.Generic.IReadOnlyDictionary<string, string> metadata) { }
    }
    public sealed class OnnxFile
    {
        public long Bytes { get; }
        public System.Collections.Generic.IReadOnlyList<string> DataFiles { get; }
        public string Description { get; }
        public long IrVersion { get; }
        public DtcGen.Onnx.OnnxModel Model { get; }
        public System.Collections.Generic.IReadOnlyList<System.Collections.Generic.KeyValuePair<string, long>> Opsets { get; }
        public string Path { get; }
        public string Producer { get; }
        public static System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> Check(string path) { }
        public static DtcGen.Onnx.OnnxVerdict Judge(string path) { }
        public static DtcGen.Onnx.OnnxFile Load(string path) { }
    }
    public sealed class OnnxFinding : System.IEquatable<DtcGen.Onnx.OnnxFinding>
    {
        public OnnxFinding(string Rule, string Message, string Location) { }
        public string Location { get; init; }
        public string Message { get; init; }
        public string Rule { get; init; }
        public override string ToString() { }
    }
    public static class OnnxFloatingTypes
    {
        public static double Epsilon(this DtcGen.Onnx.OnnxElementType type) { }
        public static bool IsFloating(this DtcGen.Onnx.OnnxElementType type) { }
    }
    public static class OnnxLatency
    {
        public static DtcGen.Onnx.OnnxLatencyResult Measure(DtcGen.Onnx.OnnxModel model, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxArray> inputs, DtcGen.Onnx.OnnxLatencyOptions? options = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxLatencyResult Measure(string path, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxArray> inputs, DtcGen.Onnx.OnnxLatencyOptions? options = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxLatencyResult Measure(DtcGen.Onnx.OnnxModel model, DtcGen.Onnx.OnnxArray input, int runs = 200, int warmup = 20, int threads = 0) { }
        public static DtcGen.Onnx.OnnxLatencyResult Measure(string path, DtcGen.Onnx.OnnxArray input, int runs = 200, int warmup = 20, int threads = 0) { }
    }
    public sealed class OnnxLatencyOptions : System.IEquatable<DtcGen.Onnx.OnnxLatencyOptions>
    {
        public OnnxLatencyOptions() { }
        public int Runs { get; init; }
        public int Threads { get; init; }
        public System.TimeSpan? TimeLimit { get; init; }
        public int Warmup { get; init; }
    }
    public sealed class OnnxLatencyResult : System.IEquatable<DtcGen.Onnx.OnnxLatencyResult>
    {
        public OnnxLatencyResult(double Median, double Percentile95, int Runs) { }
        public double Median { get; init; }
        public double Percentile95 { get; init; }
        public int Runs { get; init; }
    }
    public sealed class OnnxLayer : System.IEquatable<DtcGen.Onnx.OnnxLayer>
    {
        public OnnxLayer(string Name, string Operator, System.Collections.Generic.IReadOnlyList<string> Inputs, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxLayerOutput> Outputs, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxWeight> Weights, long? MultiplyAdds, string? Unknown, bool IsShapeArithmetic) { }
        public long Bytes { get; }
        public System.Collections.Generic.IReadOnlyList<string> Inputs { get; init; }
        public bool IsShapeArithmetic { get; init; }
        public long? MultiplyAdds { get; init; }
        public string Name { get; init; }
        public System.Collections.Generic.IReadOnlyList<string> OpenSizes { get; init; }
        public string Operator { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxLayerOutput> Outputs { get; init; }
        public long Parameters { get; }
        public string? ShapeUnknown { get; init; }
        public string? Unknown { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxWeight> Weights { get; init; }
        public long ZeroParameters { get; }
    }
    public sealed class OnnxLayerOutput : System.IEquatable<DtcGen.Onnx.OnnxLayerOutput>
    {
        public OnnxLayerOutput(string Name, DtcGen.Onnx.OnnxElementType ElementType, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension>? Shape) { }
        public DtcGen.Onnx.OnnxElementType ElementType { get; init; }
        public string Name { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension>? Shape { get; init; }
        public string ShapeText { get; }
    }
    public static class OnnxLookups
    {
        public static System.Collections.Generic.IReadOnlyList<long> TableLengths(DtcGen.Onnx.OnnxModel model, string input) { }
    }
    public sealed class OnnxModel
    {
        public const long DefaultExternalDataThreshold = 1500000000;
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> Inputs { get; }
        public System.Collections.Generic.IReadOnlyDictionary<string, string> Metadata { get; }
        public string Name { get; }
        public long Opset { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> Outputs { get; }
        public DtcGen.Onnx.OnnxStatistics Statistics { get; }
        public void Save(string path, long externalDataThreshold = 1500000000) { }
        public byte[] ToBytes() { }
        public static DtcGen.Onnx.OnnxModel Load(string path) { }
    }
    public sealed class OnnxModelException : System.Exception
    {
        public OnnxModelException(string message, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> findings) { }
        public OnnxModelException(string message, System.Exception? inner = null) { }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> Findings { get; }
    }
    public sealed class OnnxNeurons : System.IEquatable<DtcGen.Onnx.OnnxNeurons>
    {
        public OnnxNeurons(string Group, int Before, int After, System.Collections.Generic.IReadOnlyList<int>? Kept) { }
        public int After { get; init; }
        public int Before { get; init; }
        public string Group { get; init; }
        public System.Collections.Generic.IReadOnlyList<int>? Kept { get; init; }
        public override string ToString() { }
    }
    public static class OnnxOpsets
    {
        public const int Default = 17;
        public const int Newest = 26;
        public const int NewestIrVersion = 13;
        public const int Oldest = 13;
        public static int IrVersion(int opset) { }
    }
    public sealed class OnnxParityResult : System.IEquatable<DtcGen.Onnx.OnnxParityResult>
    {
        public OnnxParityResult(long Samples, double MaxAbsDifference, double MaxRelDifference, double ArgmaxAgreement, double Tolerance) { }
        public double ArgmaxAgreement { get; init; }
        public DtcGen.Onnx.OnnxElementType? ElementType { get; init; }
        public double MaxAbsDifference { get; init; }
        public double MaxRelDifference { get; init; }
        public bool Passed { get; }
        public long Samples { get; init; }
        public double Tolerance { get; init; }
        public override string ToString() { }
    }
    public static class OnnxRules
    {
        public const string Attribute = "node.attribute";
        public const string AttributeType = "node.attribute-type";
        public const string Declared = "graph.declared";
        public const string Dimension = "graph.dimension";
        public const string ExternalData = "tensor.external-data";
        public const string GraphName = "graph.name";
        public const string Inputs = "node.inputs";
        public const string IrVersion = "model.ir-version";
        public const string Metadata = "model.metadata";
        public const string NodeName = "graph.node-name";
        public const string NodeShape = "node.shape";
        public const string NodeType = "node.type";
        public const string Operator = "node.operator";
        public const string Opset = "model.opset";
        public const string Order = "graph.order";
        public const string Output = "graph.output";
        public const string Outputs = "node.outputs";
        public const string SingleAssignment = "graph.single-assignment";
        public const string SparseTensor = "tensor.sparse";
        public const string TensorSize = "tensor.size";
        public const string TensorType = "tensor.type";
        public const string Type = "graph.type";
        public const string UniqueName = "graph.unique-name";
    }
    public sealed class OnnxShapes
    {
        public DtcGen.Onnx.OnnxValue? Find(string name) { }
        public bool IsShapeArithmetic(string name) { }
        public static DtcGen.Onnx.OnnxShapes Infer(DtcGen.Onnx.OnnxModel model, System.Collections.Generic.IReadOnlyDictionary<string, long>? dimensions = null) { }
        public static DtcGen.Onnx.OnnxShapes InferForOneSample(DtcGen.Onnx.OnnxModel model, System.Collections.Generic.IReadOnlyDictionary<string, long>? dimensions = null) { }
    }
    public sealed class OnnxStatistics : System.IEquatable<DtcGen.Onnx.OnnxStatistics>
    {
        public OnnxStatistics(long Parameters, long? MultiplyAdds, long FileBytes, int Nodes) { }
        public long FileBytes { get; init; }
        public long? MultiplyAdds { get; init; }
        public int Nodes { get; init; }
        public long Parameters { get; init; }
    }
    public sealed class OnnxValue : System.IEquatable<DtcGen.Onnx.OnnxValue>
    {
        public OnnxValue(string Name, DtcGen.Onnx.OnnxElementType ElementType, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> Shape) { }
        public DtcGen.Onnx.OnnxElementType ElementType { get; init; }
        public string Name { get; init; }
        public int Rank { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> Shape { get; init; }
        public override string ToString() { }
    }
    public sealed class OnnxVerdict : System.IEquatable<DtcGen.Onnx.OnnxVerdict>
    {
        public OnnxVerdict(System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> Broken, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> NotKnown) { }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> Broken { get; init; }
        public bool IsValid { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxFinding> NotKnown { get; init; }
    }
    public sealed class OnnxWeight
    {
        public long Bytes { get; }
        public DtcGen.Onnx.OnnxElementType ElementType { get; }
        public long Entries { get; }
        public bool IsInDataFile { get; }
        public bool IsParameter { get; }
        public string Name { get; }
        public System.Collections.Generic.IReadOnlyList<long> Shape { get; }
        public long Zeros { get; }
    }
}
