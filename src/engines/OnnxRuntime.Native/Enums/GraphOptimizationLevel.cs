namespace Microsoft.ML.OnnxRuntime;

/// <summary>How far the native library rewrites a graph before running it.</summary>
public enum GraphOptimizationLevel
{
    /// <summary>Not at all.</summary>
    ORT_DISABLE_ALL = 0,

    /// <summary>What keeps the graph's meaning for every runtime.</summary>
    ORT_ENABLE_BASIC = 1,

    /// <summary>Also fusions into the library's own nodes.</summary>
    ORT_ENABLE_EXTENDED = 2,

    /// <summary>Also memory layouts.</summary>
    ORT_ENABLE_ALL = 99,
}
