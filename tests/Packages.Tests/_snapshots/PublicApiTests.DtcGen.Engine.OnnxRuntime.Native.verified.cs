namespace Microsoft.ML.OnnxRuntime
{
    public enum ExecutionMode
    {
        ORT_SEQUENTIAL = 0,
        ORT_PARALLEL = 1,
    }
    public enum GraphOptimizationLevel
    {
        ORT_DISABLE_ALL = 0,
        ORT_ENABLE_BASIC = 1,
        ORT_ENABLE_EXTENDED = 2,
        ORT_ENABLE_ALL = 99,
    }
    public interface IDisposableReadOnlyCollection<T> : System.Collections.Generic.IEnumerable<T>, System.Collections.Generic.IReadOnlyCollection<T>, System.Collections.Generic.IReadOnlyList<T>, System.Collections.IEnumerable, System.IDisposable { }
    public sealed class InferenceSession : System.IDisposable
    {
        public InferenceSession(byte[] model) { }
        public InferenceSession(string modelPath) { }
        public InferenceSession(byte[] model, Microsoft.ML.OnnxRuntime.SessionOptions options) { }
        public InferenceSession(string modelPath, Microsoft.ML.OnnxRuntime.SessionOptions options) { }
        public System.Collections.Generic.IReadOnlyDictionary<string, Microsoft.ML.OnnxRuntime.NodeMetadata> InputMetadata { get; }
        public System.Collections.Generic.IReadOnlyList<string> InputNames { get; }
        public Microsoft.ML.OnnxRuntime.ModelMetadata ModelMetadata { get; }
        public System.Collections.Generic.IReadOnlyDictionary<string, Microsoft.ML.OnnxRuntime.NodeMetadata> OutputMetadata { get; }
        public System.Collections.Generic.IReadOnlyList<string> OutputNames { get; }
        public void Dispose() { }
        public string EndProfiling() { }
        public Microsoft.ML.OnnxRuntime.IDisposableReadOnlyCollection<Microsoft.ML.OnnxRuntime.OrtValue> Run(Microsoft.ML.OnnxRuntime.RunOptions runOptions, System.Collections.Generic.IReadOnlyDictionary<string, Microsoft.ML.OnnxRuntime.OrtValue> inputs, System.Collections.Generic.IReadOnlyCollection<string> outputNames) { }
    }
    public class ModelMetadata
    {
        public System.Collections.Generic.Dictionary<string, string> CustomMetadataMap { get; }
        public string Description { get; }
        public string Domain { get; }
        public string GraphName { get; }
        public string ProducerName { get; }
        public long Version { get; }
    }
    public class NodeMetadata
    {
        public int[] Dimensions { get; }
        public Microsoft.ML.OnnxRuntime.Tensors.TensorElementType ElementDataType { get; }
        public System.Type ElementType { get; }
        public bool IsTensor { get; }
        public Microsoft.ML.OnnxRuntime.OnnxValueType OnnxValueType { get; }
        public string[] SymbolicDimensions { get; }
    }
    public class OnnxRuntimeException : System.Exception { }
    public enum OnnxValueType
    {
        ONNX_TYPE_UNKNOWN = 0,
        ONNX_TYPE_TENSOR = 1,
        ONNX_TYPE_SEQUENCE = 2,
        ONNX_TYPE_MAP = 3,
        ONNX_TYPE_OPAQUE = 4,
        ONNX_TYPE_SPARSETENSOR = 5,
        ONNX_TYPE_OPTIONAL = 6,
    }
    public sealed class OrtEnv : System.Runtime.InteropServices.SafeHandle
    {
        public override bool IsInvalid { get; }
        public string[] GetAvailableProviders() { }
        public string GetVersionString() { }
        protected override bool ReleaseHandle() { }
        public static Microsoft.ML.OnnxRuntime.OrtEnv Instance() { }
    }
    public enum OrtLoggingLevel
    {
        ORT_LOGGING_LEVEL_VERBOSE = 0,
        ORT_LOGGING_LEVEL_INFO = 1,
        ORT_LOGGING_LEVEL_WARNING = 2,
        ORT_LOGGING_LEVEL_ERROR = 3,
        ORT_LOGGING_LEVEL_FATAL = 4,
    }
    public struct OrtTensorTypeAndShapeInfo
    {
        public int DimensionsCount { get; }
        public long ElementCount { get; }
        public Microsoft.ML.OnnxRuntime.Tensors.TensorElementType ElementDataType { get; }
        public long[] Shape { get; }
    }
    public sealed class OrtValue : System.IDisposable
    {
        public bool IsTensor { get; }
        public Microsoft.ML.OnnxRuntime.OnnxValueType OnnxType { get; }
        public void Dispose() { }
        public System.ReadOnlySpan<T> GetTensorDataAsSpan<T>()
            where T :  unmanaged { }
        public System.Span<T> GetTensorMutableDataAsSpan<T>()
            where T :  unmanaged { }
        public Microsoft.ML.OnnxRuntime.OrtTensorTypeAndShapeInfo GetTensorTypeAndShape() { }
        public static Microsoft.ML.OnnxRuntime.OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
            where T :  unmanaged { }
    }
    public class RunOptions : System.IDisposable
    {
        public RunOptions() { }
        public Microsoft.ML.OnnxRuntime.OrtLoggingLevel LogSeverityLevel { get; set; }
        public bool Terminate { get; set; }
        public void Dispose() { }
        protected virtual void Dispose(bool disposing) { }
    }
    public class SessionOptions : System.IDisposable
    {
        public SessionOptions() { }
        public bool EnableProfiling { get; set; }
        public Microsoft.ML.OnnxRuntime.ExecutionMode ExecutionMode { get; set; }
        public Microsoft.ML.OnnxRuntime.GraphOptimizationLevel GraphOptimizationLevel { get; set; }
        public int InterOpNumThreads { get; set; }
        public int IntraOpNumThreads { get; set; }
        public Microsoft.ML.OnnxRuntime.OrtLoggingLevel LogSeverityLevel { get; set; }
        public string OptimizedModelFilePath { get; set; }
        public string ProfileOutputPathPrefix { get; set; }
        public void AddSessionConfigEntry(string configKey, string configValue) { }
        public void Dispose() { }
        protected virtual void Dispose(bool disposing) { }
    }
}
namespace Microsoft.ML.OnnxRuntime.Tensors
{
    public enum TensorElementType
    {
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
    }
}
