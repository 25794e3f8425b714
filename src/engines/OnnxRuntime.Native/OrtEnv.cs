using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The native library's process-wide state: logging and threads.</summary>
public sealed unsafe class OrtEnv : SafeHandle
{
    private static readonly Lazy<OrtEnv> _instance = new(static () => new OrtEnv());

    private OrtEnv()
        : base(0, ownsHandle: true)
    {
        OrtApi api = OrtApi.Instance;
        nint environment;
        fixed (byte* name = NativeText.Utf8("CSharpOnnxRuntime"))
        {
            api.Check(((delegate* unmanaged<int, byte*, nint*, nint>)api[OrtSlot.CreateEnv])((int)OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, name, &environment));
        }

        SetHandle(environment);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The one environment of the process.</summary>
    /// <exception cref="DllNotFoundException">The native library is not there.</exception>
    public static OrtEnv Instance() => _instance.Value;

    /// <summary>The native library's version.</summary>
    public string GetVersionString() => OrtApi.Instance.VersionString;

    /// <summary>What the native library can run models on, best first.</summary>
    public string[] GetAvailableProviders()
    {
        OrtApi api = OrtApi.Instance;
        byte** names;
        int count;
        api.Check(((delegate* unmanaged<byte***, int*, nint>)api[OrtSlot.GetAvailableProviders])(&names, &count));
        try
        {
            var providers = new string[count];
            for (int i = 0; i < count; i++)
            {
                providers[i] = NativeText.Read(names[i]) ?? "";
            }

            return providers;
        }
        finally
        {
            api.Check(((delegate* unmanaged<byte**, int, nint>)api[OrtSlot.ReleaseAvailableProviders])(names, count));
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        OrtApi.Instance.Release(OrtSlot.ReleaseEnv, handle);
        return true;
    }
}
