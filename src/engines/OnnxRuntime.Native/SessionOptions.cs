namespace Microsoft.ML.OnnxRuntime;

/// <summary>How a session loads and runs its model.</summary>
public class SessionOptions : IDisposable
{
    private readonly OrtHandle _handle = new(OrtApi.Instance.Make(OrtSlot.CreateSessionOptions), OrtSlot.ReleaseSessionOptions);
    private int _intraOpNumThreads;
    private int _interOpNumThreads;
    private GraphOptimizationLevel _graphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    private ExecutionMode _executionMode = ExecutionMode.ORT_SEQUENTIAL;
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;
    private bool _enableProfiling;
    private string _profileOutputPathPrefix = "onnxruntime_profile_";
    private string _optimizedModelFilePath = "";

    /// <summary>Threads within a node; 0 takes one for each core.</summary>
    public int IntraOpNumThreads
    {
        get => _intraOpNumThreads;
        set => Set(OrtSlot.SetIntraOpNumThreads, _intraOpNumThreads = value);
    }

    /// <summary>Threads across nodes, when <see cref="ExecutionMode"/> is parallel; 0 lets the library choose.</summary>
    public int InterOpNumThreads
    {
        get => _interOpNumThreads;
        set => Set(OrtSlot.SetInterOpNumThreads, _interOpNumThreads = value);
    }

    /// <summary>How far the graph is rewritten before it runs.</summary>
    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get => _graphOptimizationLevel;
        set => Set(OrtSlot.SetSessionGraphOptimizationLevel, (int)(_graphOptimizationLevel = value));
    }

    /// <summary>Whether independent nodes run at the same time.</summary>
    public ExecutionMode ExecutionMode
    {
        get => _executionMode;
        set => Set(OrtSlot.SetSessionExecutionMode, (int)(_executionMode = value));
    }

    /// <summary>How much the session logs.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set => Set(OrtSlot.SetSessionLogSeverityLevel, (int)(_logSeverityLevel = value));
    }

    /// <summary>Whether the session records how long each node takes; <see cref="InferenceSession.EndProfiling"/> writes the file.</summary>
    public bool EnableProfiling
    {
        get => _enableProfiling;
        set
        {
            using HandleLease lease = _handle.Lease();
            if (value)
            {
                OrtApi.Instance.SetPath(OrtSlot.EnableProfiling, lease.Value, _profileOutputPathPrefix);
            }
            else
            {
                OrtApi.Instance.Set(OrtSlot.DisableProfiling, lease.Value);
            }

            _enableProfiling = value;
        }
    }

    /// <summary>How the profile's file name begins. Set it before <see cref="EnableProfiling"/>.</summary>
    public string ProfileOutputPathPrefix
    {
        get => _profileOutputPathPrefix;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _profileOutputPathPrefix = value;
            if (_enableProfiling)
            {
                EnableProfiling = true;
            }
        }
    }

    /// <summary>Where the rewritten graph is written when a session is made; empty for nowhere.</summary>
    public string OptimizedModelFilePath
    {
        get => _optimizedModelFilePath;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value != _optimizedModelFilePath)
            {
                using HandleLease lease = _handle.Lease();
                OrtApi.Instance.SetPath(OrtSlot.SetOptimizedModelFilePath, lease.Value, value);
                _optimizedModelFilePath = value;
            }
        }
    }

    /// <summary>Sets one of the native library's named settings.</summary>
    /// <param name="configKey">Its name.</param>
    /// <param name="configValue">Its value.</param>
    public unsafe void AddSessionConfigEntry(string configKey, string configValue)
    {
        ArgumentNullException.ThrowIfNull(configKey);
        ArgumentNullException.ThrowIfNull(configValue);
        OrtApi api = OrtApi.Instance;
        using HandleLease lease = _handle.Lease();
        fixed (byte* key = NativeText.Utf8(configKey), value = NativeText.Utf8(configValue))
        {
            api.Check(((delegate* unmanaged<nint, byte*, byte*, nint>)api[OrtSlot.AddSessionConfigEntry])(lease.Value, key, value));
        }
    }

    /// <summary>Releases the options. Sessions made with them stay as they are.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the options.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle.Dispose();
        }
    }

    internal HandleLease Lease() => _handle.Lease();

    private void Set(OrtSlot slot, int value)
    {
        using HandleLease lease = _handle.Lease();
        OrtApi.Instance.Set(slot, lease.Value, value);
    }
}
