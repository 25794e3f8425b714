namespace DtcGen.Onnx
{
    public sealed class CompressReport
    {
        public CompressReport() { }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Training.CycleRecord> Cycles { get; set; }
        public DtcGen.Onnx.ModelFigures? Dense { get; set; }
        public System.Text.Json.Nodes.JsonObject Facts { get; }
        public System.Collections.Generic.IList<string> Notes { get; }
        public DtcGen.Onnx.OnnxParityResult? Parity { get; }
        public bool Passed { get; }
        public DtcGen.Onnx.ModelFigures? Pruned { get; set; }
        public System.Collections.Generic.IDictionary<string, double> Seconds { get; }
        public string Status { get; set; }
        public void AddRow(string name, double? dense, double? pruned, string format = "N0", bool isShare = false) { }
        public void Save(string path) { }
        public override string ToString() { }
    }
    public sealed class FileProof : System.IEquatable<DtcGen.Onnx.FileProof>
    {
        public FileProof(DtcGen.Onnx.OnnxParityResult? Parity, string? Refusal) { }
        public DtcGen.Onnx.OnnxParityResult? Parity { get; init; }
        public string? Refusal { get; init; }
    }
    public sealed class GroupProof : System.IEquatable<DtcGen.Onnx.GroupProof>
    {
        public GroupProof(string Group, long Neurons, long Kept, double? Difference, double Scale, string? Failure) { }
        public double? Difference { get; init; }
        public DtcGen.Onnx.OnnxElementType? ElementType { get; init; }
        public string? Failure { get; init; }
        public string Group { get; init; }
        public bool IsExact { get; }
        public long Kept { get; init; }
        public long Neurons { get; init; }
        public double Scale { get; init; }
    }
    public interface IOnnxExportable
    {
        System.Collections.Generic.IReadOnlyList<string> OnnxInputs { get; }
        System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> AddTo(DtcGen.Onnx.OnnxGraph graph, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> inputs);
    }
    public sealed class ModelFigures : System.IEquatable<DtcGen.Onnx.ModelFigures>
    {
        public ModelFigures() { }
        public double? Accuracy { get; init; }
        public System.Collections.Generic.IReadOnlyDictionary<int, double> LatencyMs { get; init; }
        public required long? MultiplyAdds { get; init; }
        public required long Neurons { get; init; }
        public required long OnnxBytes { get; init; }
        public required long Parameters { get; init; }
        public DtcGen.Onnx.OnnxParityResult? Parity { get; init; }
        public static DtcGen.Onnx.ModelFigures Of(DtcGen.IDualTomographic model, string path) { }
    }
    public static class ModelProof
    {
        public static DtcGen.Onnx.ProofResult Prove(this DtcGen.IDualTomographic model, params TorchSharp.torch.Tensor[] example) { }
        public static DtcGen.Onnx.ProofResult Prove(this DtcGen.IDualTomographic model, System.Func<System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>, System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>> forward, params TorchSharp.torch.Tensor[] example) { }
    }
    public static class OnnxBudget
    {
        public static DtcGen.Budget FileBytes(double share, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxInput> inputs) { }
        public static DtcGen.Budget Latency(double share, int batch, DtcGen.Onnx.OnnxLatencyOptions? options, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxInput> inputs) { }
        public static DtcGen.Budget MultiplyAdds(double share, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxInput> inputs) { }
    }
    public static class OnnxExport
    {
        public static DtcGen.Onnx.OnnxModel Build(DtcGen.Onnx.IOnnxExportable model, DtcGen.Onnx.OnnxInput input, DtcGen.Onnx.OnnxExportOptions? options = null) { }
        public static DtcGen.Onnx.OnnxModel Build(DtcGen.Onnx.IOnnxExportable model, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxInput> inputs, DtcGen.Onnx.OnnxExportOptions? options = null) { }
    }
    public sealed class OnnxExportException : System.Exception
    {
        public OnnxExportException(string message, System.Exception? inner = null) { }
    }
    public sealed class OnnxExportOptions : System.IEquatable<DtcGen.Onnx.OnnxExportOptions>
    {
        public OnnxExportOptions() { }
        public string BatchSymbol { get; init; }
        public System.Collections.Generic.IReadOnlyList<string>? Classes { get; init; }
        public string? Description { get; init; }
        public System.Collections.Generic.IReadOnlyList<float>? Deviation { get; init; }
        public DtcGen.Onnx.OnnxElementType? ElementType { get; init; }
        public bool FoldBatchNorm { get; init; }
        public System.Collections.Generic.IReadOnlyList<float>? Mean { get; init; }
        public System.Collections.Generic.IReadOnlyDictionary<string, string> Metadata { get; init; }
        public string? ModelName { get; init; }
        public int Opset { get; init; }
        public System.Collections.Generic.IReadOnlyList<string>? OutputNames { get; init; }
        public string ProducerName { get; init; }
        public string? ProducerVersion { get; init; }
        public bool WriteNeurons { get; init; }
    }
    public sealed class OnnxGraph
    {
        public OnnxGraph(DtcGen.Onnx.OnnxExportOptions? options = null) { }
        public int Opset { get; }
        public DtcGen.Onnx.OnnxValue Abs(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue AdaptiveAvgPool1d(string name, DtcGen.Onnx.OnnxValue input, params long[] output_size) { }
        public DtcGen.Onnx.OnnxValue AdaptiveAvgPool2d(string name, DtcGen.Onnx.OnnxValue input, params long[] output_size) { }
        public DtcGen.Onnx.OnnxValue Add(string name, double left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Add(string name, DtcGen.Onnx.OnnxValue left, DtcGen.Onnx.OnnxValue right, double alpha = 1) { }
        public DtcGen.Onnx.OnnxValue Add(string name, DtcGen.Onnx.OnnxValue left, double right, double alpha = 1) { }
        public DtcGen.Onnx.OnnxValue Amax(string name, DtcGen.Onnx.OnnxValue input, long[] dims, bool keepdim = false) { }
        public DtcGen.Onnx.OnnxValue Amin(string name, DtcGen.Onnx.OnnxValue input, long[] dims, bool keepdim = false) { }
        public DtcGen.Onnx.OnnxValue AvgPool1d(string name, DtcGen.Onnx.OnnxValue input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true) { }
        public DtcGen.Onnx.OnnxValue AvgPool2d(string name, DtcGen.Onnx.OnnxValue input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
        public DtcGen.Onnx.OnnxValue BatchNorm(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.NormBase layer) { }
        public DtcGen.Onnx.OnnxValue BatchNorm(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor? running_mean, TorchSharp.torch.Tensor? running_var, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, double eps = 1E-05) { }
        public DtcGen.Onnx.OnnxValue Bmm(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue batch2) { }
        public DtcGen.Onnx.OnnxValue Cat(string name, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> tensors, long dim = 0) { }
        public DtcGen.Onnx.OnnxValue[] Chunk(string name, DtcGen.Onnx.OnnxValue input, long chunks, long dim = 0) { }
        public DtcGen.Onnx.OnnxValue Clamp(string name, DtcGen.Onnx.OnnxValue input, double? min = default, double? max = default) { }
        public DtcGen.Onnx.OnnxValue Conv1d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.Conv1d layer) { }
        public DtcGen.Onnx.OnnxValue Conv1d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias, TorchSharp.Padding padding, long stride = 1, long dilation = 1, long groups = 1, TorchSharp.PaddingModes padding_mode = 0) { }
        public DtcGen.Onnx.OnnxValue Conv1d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias = null, long stride = 1, long padding = 0, long dilation = 1, long groups = 1, TorchSharp.PaddingModes padding_mode = 0) { }
        public DtcGen.Onnx.OnnxValue Conv2d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.Conv2d layer) { }
        public DtcGen.Onnx.OnnxValue Conv2d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias, TorchSharp.Padding padding, long[]? strides = null, long[]? dilation = null, long groups = 1, TorchSharp.PaddingModes padding_mode = 0) { }
        public DtcGen.Onnx.OnnxValue Conv2d(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1, TorchSharp.PaddingModes padding_mode = 0) { }
        public DtcGen.Onnx.OnnxValue Div(string name, DtcGen.Onnx.OnnxValue left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Div(string name, DtcGen.Onnx.OnnxValue left, double right) { }
        public DtcGen.Onnx.OnnxValue Div(string name, double left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Elu(string name, DtcGen.Onnx.OnnxValue input, double alpha = 1) { }
        public DtcGen.Onnx.OnnxValue Embedding(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.Embedding layer) { }
        public DtcGen.Onnx.OnnxValue Embedding(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight) { }
        public DtcGen.Onnx.OnnxValue Exp(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Flatten(string name, DtcGen.Onnx.OnnxValue input, long start_dim = 0, long end_dim = -1) { }
        public DtcGen.Onnx.OnnxValue Gelu(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue GroupNorm(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.GroupNorm layer) { }
        public DtcGen.Onnx.OnnxValue GroupNorm(string name, DtcGen.Onnx.OnnxValue input, long num_groups, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, double eps = 1E-05) { }
        public DtcGen.Onnx.OnnxValue Hardsigmoid(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Hardswish(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Hardtanh(string name, DtcGen.Onnx.OnnxValue input, double min_val = -1, double max_val = 1, bool inplace = true) { }
        public DtcGen.Onnx.OnnxValue Identity(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Input(string name, DtcGen.Onnx.OnnxElementType elementType, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> shape) { }
        public DtcGen.Onnx.OnnxValue LayerNorm(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.LayerNorm layer) { }
        public DtcGen.Onnx.OnnxValue LayerNorm(string name, DtcGen.Onnx.OnnxValue input, long[] normalized_shape, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, double eps = 1E-05) { }
        public DtcGen.Onnx.OnnxValue LeakyRelu(string name, DtcGen.Onnx.OnnxValue input, double negative_slope = 0.01) { }
        public DtcGen.Onnx.OnnxValue Linear(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.Linear layer) { }
        public DtcGen.Onnx.OnnxValue Linear(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias = null) { }
        public DtcGen.Onnx.OnnxValue Log(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue LogSoftmax(string name, DtcGen.Onnx.OnnxValue input, long dim) { }
        public DtcGen.Onnx.OnnxValue Matmul(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue target) { }
        public DtcGen.Onnx.OnnxValue MaxPool1d(string name, DtcGen.Onnx.OnnxValue input, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) { }
        public DtcGen.Onnx.OnnxValue MaxPool2d(string name, DtcGen.Onnx.OnnxValue input, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) { }
        public DtcGen.Onnx.OnnxValue Maximum(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue other) { }
        public DtcGen.Onnx.OnnxValue Mean(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Mean(string name, DtcGen.Onnx.OnnxValue input, long[] dimensions, bool keepdim = false) { }
        public DtcGen.Onnx.OnnxValue Minimum(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue other) { }
        public DtcGen.Onnx.OnnxValue Mish(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Mm(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue target) { }
        public DtcGen.Onnx.OnnxValue Mul(string name, DtcGen.Onnx.OnnxValue left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Mul(string name, DtcGen.Onnx.OnnxValue left, double right) { }
        public DtcGen.Onnx.OnnxValue Mul(string name, double left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Narrow(string name, DtcGen.Onnx.OnnxValue input, long dim, long start, long length) { }
        public DtcGen.Onnx.OnnxValue Neg(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue PRelu(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.Modules.PReLU layer) { }
        public DtcGen.Onnx.OnnxValue PRelu(string name, DtcGen.Onnx.OnnxValue input, TorchSharp.torch.Tensor weight) { }
        public DtcGen.Onnx.OnnxValue Parameter(string name, TorchSharp.torch.Tensor tensor) { }
        public DtcGen.Onnx.OnnxValue Permute(string name, DtcGen.Onnx.OnnxValue input, params long[] permutation) { }
        public DtcGen.Onnx.OnnxValue Pow(string name, DtcGen.Onnx.OnnxValue input, DtcGen.Onnx.OnnxValue exponent) { }
        public DtcGen.Onnx.OnnxValue Pow(string name, DtcGen.Onnx.OnnxValue input, double exponent) { }
        public DtcGen.Onnx.OnnxValue Reciprocal(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Relu(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Relu6(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Reshape(string name, DtcGen.Onnx.OnnxValue input, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> shape) { }
        public DtcGen.Onnx.OnnxValue Rsqrt(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue ScaledDotProductAttention(string name, DtcGen.Onnx.OnnxValue query, DtcGen.Onnx.OnnxValue key, DtcGen.Onnx.OnnxValue value, DtcGen.Onnx.OnnxValue? attn_mask = null, bool is_casual = false) { }
        public DtcGen.Onnx.OnnxValue Select(string name, DtcGen.Onnx.OnnxValue input, long dim, long index) { }
        public DtcGen.Onnx.OnnxValue Sigmoid(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Silu(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Slice(string name, DtcGen.Onnx.OnnxValue input, long dim, long start, long finish, long step) { }
        public DtcGen.Onnx.OnnxValue Softmax(string name, DtcGen.Onnx.OnnxValue input, long dim) { }
        public DtcGen.Onnx.OnnxValue Softplus(string name, DtcGen.Onnx.OnnxValue input, double beta = 1, double threshold = 20) { }
        public DtcGen.Onnx.OnnxValue[] Split(string name, DtcGen.Onnx.OnnxValue input, long size, long dim = 0) { }
        public DtcGen.Onnx.OnnxValue[] Split(string name, DtcGen.Onnx.OnnxValue input, long[] sizes, long dim = 0) { }
        public DtcGen.Onnx.OnnxValue Sqrt(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Square(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Squeeze(string name, DtcGen.Onnx.OnnxValue input, long? dim = default) { }
        public DtcGen.Onnx.OnnxValue Stack(string name, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> tensors, long dim = 0) { }
        public DtcGen.Onnx.OnnxValue Sub(string name, DtcGen.Onnx.OnnxValue left, double right) { }
        public DtcGen.Onnx.OnnxValue Sub(string name, double left, DtcGen.Onnx.OnnxValue right) { }
        public DtcGen.Onnx.OnnxValue Sub(string name, DtcGen.Onnx.OnnxValue left, DtcGen.Onnx.OnnxValue right, double alpha = 1) { }
        public DtcGen.Onnx.OnnxValue Sum(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxValue Sum(string name, DtcGen.Onnx.OnnxValue input, long[] dim, bool keepdim = false) { }
        public DtcGen.Onnx.OnnxValue Tanh(string name, DtcGen.Onnx.OnnxValue input) { }
        public DtcGen.Onnx.OnnxModel ToModel([System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> outputs) { }
        public DtcGen.Onnx.OnnxValue Transpose(string name, DtcGen.Onnx.OnnxValue input, long dim0, long dim1) { }
        public DtcGen.Onnx.OnnxValue Unflatten(string name, DtcGen.Onnx.OnnxValue input, long dim, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> sizes) { }
        public DtcGen.Onnx.OnnxValue Unsqueeze(string name, DtcGen.Onnx.OnnxValue input, long dim) { }
        public DtcGen.Onnx.OnnxValue View(string name, DtcGen.Onnx.OnnxValue input, [System.Runtime.CompilerServices.ParamCollection] System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> shape) { }
    }
    public sealed class OnnxInput : System.IEquatable<DtcGen.Onnx.OnnxInput>
    {
        public OnnxInput(System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> Shape) { }
        public DtcGen.Onnx.OnnxElementType ElementType { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxDimension> Shape { get; init; }
        public static DtcGen.Onnx.OnnxDimension Batch { get; }
        public static DtcGen.Onnx.OnnxInput Batched(params long[] sampleShape) { }
        public static DtcGen.Onnx.OnnxInput Fixed(params long[] shape) { }
        public static DtcGen.Onnx.OnnxInput Like(TorchSharp.torch.Tensor example) { }
    }
    public static class OnnxParity
    {
        public static DtcGen.Onnx.OnnxParityResult Compare(System.Func<System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>, System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>> function, DtcGen.Onnx.OnnxModel model, System.Collections.Generic.IEnumerable<System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>> batches, DtcGen.Onnx.OnnxParityOptions? options = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxParityResult Compare(System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> function, DtcGen.Onnx.OnnxModel model, TorchSharp.torch.Tensor inputs, DtcGen.Onnx.OnnxParityOptions? options = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxParityResult Compare(System.Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> function, string path, TorchSharp.torch.Tensor inputs, DtcGen.Onnx.OnnxParityOptions? options = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxParityResult Compare(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> module, DtcGen.Onnx.OnnxModel model, TorchSharp.torch.Tensor inputs, DtcGen.Onnx.OnnxParityOptions? options = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static DtcGen.Onnx.OnnxParityResult Compare(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> module, string path, TorchSharp.torch.Tensor inputs, DtcGen.Onnx.OnnxParityOptions? options = null, System.IProgress<long>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
    }
    public sealed class OnnxParityOptions : System.IEquatable<DtcGen.Onnx.OnnxParityOptions>
    {
        public OnnxParityOptions() { }
        public int BatchSize { get; init; }
        public double? Tolerance { get; init; }
    }
    public static class OnnxTensors
    {
        public static DtcGen.Onnx.OnnxArray ToOnnxArray(this TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class ProofResult : System.IEquatable<DtcGen.Onnx.ProofResult>
    {
        public ProofResult(System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.GroupProof> Groups, System.Collections.Generic.IReadOnlyList<DtcGen.PinnedNeurons> Stays, DtcGen.Onnx.FileProof? File) { }
        public DtcGen.Onnx.FileProof? File { get; init; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.GroupProof> Groups { get; init; }
        public bool IsProved { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.PinnedNeurons> Stays { get; init; }
        public override string ToString() { }
    }
    public static class RecordedExport
    {
        public static System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> AddTo(DtcGen.Recording.RecordedModel model, DtcGen.Onnx.OnnxGraph graph, System.Collections.Generic.IReadOnlyList<DtcGen.Onnx.OnnxValue> inputs) { }
    }
}
