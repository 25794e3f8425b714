namespace Microsoft.ML.OnnxRuntime;

/// <summary>A loaded model, ready to run.</summary>
public sealed class InferenceSession : IDisposable
{
    private readonly OrtHandle _handle;
    private readonly Dictionary<string, NodeMetadata> _inputs = [];
    private readonly Dictionary<string, NodeMetadata> _outputs = [];

    /// <summary>Loads a model file.</summary>
    /// <param name="modelPath">The file.</param>
    /// <exception cref="OnnxRuntimeException">The file is missing, or holds no model that the library can run.</exception>
    /// <exception cref="DllNotFoundException">The native library is not there.</exception>
    public InferenceSession(string modelPath)
        : this(Open(modelPath, options: null))
    {
    }

    /// <summary>Loads a model file.</summary>
    /// <param name="modelPath">The file.</param>
    /// <param name="options">How to load and run it.</param>
    /// <exception cref="OnnxRuntimeException">The file is missing, or holds no model that the library can run.</exception>
    public InferenceSession(string modelPath, SessionOptions options)
        : this(Open(modelPath, options ?? throw new ArgumentNullException(nameof(options))))
    {
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of a model file.</param>
    /// <exception cref="OnnxRuntimeException">They are no model that the library can run.</exception>
    public InferenceSession(byte[] model)
        : this(Open(model, options: null))
    {
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of a model file.</param>
    /// <param name="options">How to load and run it.</param>
    /// <exception cref="OnnxRuntimeException">They are no model that the library can run.</exception>
    public InferenceSession(byte[] model, SessionOptions options)
        : this(Open(model, options ?? throw new ArgumentNullException(nameof(options))))
    {
    }

    private InferenceSession(OrtHandle handle)
    {
        _handle = handle;
        try
        {
            InputNames = Describe(_inputs, OrtSlot.SessionGetInputCount, OrtSlot.SessionGetInputName, OrtSlot.SessionGetInputTypeInfo);
            OutputNames = Describe(_outputs, OrtSlot.SessionGetOutputCount, OrtSlot.SessionGetOutputName, OrtSlot.SessionGetOutputTypeInfo);
            ModelMetadata = ReadMetadata();
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The inputs' names, in the model's order.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>The outputs' names, in the model's order.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>What each input is.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata => _inputs;

    /// <summary>What each output is.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata => _outputs;

    /// <summary>What the model says of itself.</summary>
    public ModelMetadata ModelMetadata { get; }

    /// <summary>Runs the model. Several threads may run one session at the same time.</summary>
    /// <param name="runOptions">How to run it.</param>
    /// <param name="inputs">A value for each input.</param>
    /// <param name="outputNames">The outputs to compute.</param>
    /// <returns>The outputs, in the order asked for. Dispose it to free them all.</returns>
    /// <exception cref="OnnxRuntimeException">An input is missing, unknown, or of another type or shape; or the run failed or was stopped.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(RunOptions runOptions, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputNames);
        var leases = new List<HandleLease>(inputs.Count + 2);
        try
        {
            leases.Add(_handle.Lease());
            if (runOptions is not null)
            {
                leases.Add(runOptions.Lease());
            }

            var values = new nint[inputs.Count];
            int next = 0;
            foreach (OrtValue input in inputs.Values)
            {
                leases.Add(input.Lease());
                values[next++] = leases[^1].Value;
            }

            return Run(leases[0].Value, runOptions is null ? 0 : leases[1].Value, [.. inputs.Keys], values, outputNames);
        }
        finally
        {
            foreach (HandleLease lease in leases)
            {
                lease.Dispose();
            }
        }
    }

    /// <summary>Ends profiling (<see cref="SessionOptions.EnableProfiling"/>) and returns the name of the file written.</summary>
    public string EndProfiling()
    {
        using HandleLease lease = _handle.Lease();
        return OrtApi.Instance.TakeText(OrtSlot.SessionEndProfiling, lease.Value);
    }

    /// <summary>Releases the model.</summary>
    public void Dispose() => _handle.Dispose();

    private static unsafe DisposableList<OrtValue> Run(nint session, nint options, string[] inputNames, nint[] inputs, IReadOnlyCollection<string> outputNames)
    {
        OrtApi api = OrtApi.Instance;
        using var nativeInputs = new NativeNames(inputNames);
        using var nativeOutputs = new NativeNames(outputNames);
        var outputs = new nint[outputNames.Count];
        fixed (nint* inputPointer = inputs, outputPointer = outputs)
        {
            api.Check(((delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)api[OrtSlot.Run])(
                session, options, nativeInputs.Pointer, inputPointer, (nuint)inputs.Length, nativeOutputs.Pointer, (nuint)outputs.Length, outputPointer));
        }

        var result = new DisposableList<OrtValue>(outputs.Length);
        foreach (nint output in outputs)
        {
            result.Add(new OrtValue(output));
        }

        return result;
    }

    private static unsafe OrtHandle Open(string modelPath, SessionOptions? options)
    {
        ArgumentNullException.ThrowIfNull(modelPath);
        OrtApi api = OrtApi.Instance;
        using var defaults = options is null ? new SessionOptions() : null;
        using HandleLease optionsLease = (options ?? defaults!).Lease();
        using var environment = new HandleLease(OrtEnv.Instance());
        nint session;
        fixed (byte* path = NativeText.Path(modelPath))
        {
            api.Check(((delegate* unmanaged<nint, byte*, nint, nint*, nint>)api[OrtSlot.CreateSession])(environment.Value, path, optionsLease.Value, &session));
        }

        return new OrtHandle(session, OrtSlot.ReleaseSession);
    }

    private static unsafe OrtHandle Open(byte[] model, SessionOptions? options)
    {
        ArgumentNullException.ThrowIfNull(model);
        OrtApi api = OrtApi.Instance;
        using var defaults = options is null ? new SessionOptions() : null;
        using HandleLease optionsLease = (options ?? defaults!).Lease();
        using var environment = new HandleLease(OrtEnv.Instance());
        nint session;
        fixed (byte* bytes = model)
        {
            api.Check(((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)api[OrtSlot.CreateSessionFromArray])(
                environment.Value, bytes, (nuint)model.Length, optionsLease.Value, &session));
        }

        return new OrtHandle(session, OrtSlot.ReleaseSession);
    }

    private string[] Describe(Dictionary<string, NodeMetadata> nodes, OrtSlot count, OrtSlot name, OrtSlot typeInfo)
    {
        OrtApi api = OrtApi.Instance;
        using HandleLease session = _handle.Lease();
        var names = new string[(int)api.Make(count, session.Value)];
        for (nuint i = 0; i < (nuint)names.Length; i++)
        {
            names[i] = api.TakeText(name, session.Value, i);
            using var info = new OrtHandle(api.Make(typeInfo, session.Value, i), OrtSlot.ReleaseTypeInfo);
            using HandleLease infoLease = info.Lease();
            nodes.Add(names[i], new NodeMetadata(infoLease.Value));
        }

        return names;
    }

    private ModelMetadata ReadMetadata()
    {
        using HandleLease session = _handle.Lease();
        using var metadata = new OrtHandle(OrtApi.Instance.Make(OrtSlot.SessionGetModelMetadata, session.Value), OrtSlot.ReleaseModelMetadata);
        using HandleLease lease = metadata.Lease();
        return new ModelMetadata(lease.Value);
    }
}
