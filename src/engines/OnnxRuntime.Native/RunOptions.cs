namespace Microsoft.ML.OnnxRuntime;

/// <summary>How one run is done.</summary>
public class RunOptions : IDisposable
{
    private readonly OrtHandle _handle = new(OrtApi.Instance.Make(OrtSlot.CreateRunOptions), OrtSlot.ReleaseRunOptions);
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;
    private bool _terminate;

    /// <summary>Stops the runs that use these options, and keeps new ones from starting; may be set from another thread.</summary>
    public bool Terminate
    {
        get => _terminate;
        set
        {
            if (value != _terminate)
            {
                using HandleLease lease = _handle.Lease();
                OrtApi.Instance.Set(value ? OrtSlot.RunOptionsSetTerminate : OrtSlot.RunOptionsUnsetTerminate, lease.Value);
                _terminate = value;
            }
        }
    }

    /// <summary>How much the run logs.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set
        {
            using HandleLease lease = _handle.Lease();
            OrtApi.Instance.Set(OrtSlot.RunOptionsSetRunLogSeverityLevel, lease.Value, (int)value);
            _logSeverityLevel = value;
        }
    }

    /// <summary>Releases the options.</summary>
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
}
