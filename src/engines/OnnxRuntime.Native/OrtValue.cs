using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A value that goes into or comes out of a run.</summary>
public sealed class OrtValue : IDisposable
{
    private readonly OrtHandle _handle;
    private MemoryHandle _pin;

    internal OrtValue(nint handle) => _handle = new OrtHandle(handle, OrtSlot.ReleaseValue);

    /// <summary>What kind of thing it is.</summary>
    public OnnxValueType OnnxType
    {
        get
        {
            using HandleLease lease = _handle.Lease();
            return (OnnxValueType)OrtApi.Instance.GetInt(OrtSlot.GetValueType, lease.Value);
        }
    }

    /// <summary>Whether it is a tensor.</summary>
    public bool IsTensor => OnnxType == OnnxValueType.ONNX_TYPE_TENSOR;

    /// <summary>A tensor over an array, which stays pinned until the value is disposed. Nothing is copied.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <param name="data">The entries, in row-major order.</param>
    /// <param name="shape">The dimensions.</param>
    /// <exception cref="OnnxRuntimeException">The shape has more entries than the array.</exception>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        TensorElementType type = ElementTypes.Of(typeof(T));
        MemoryHandle pin = data.AsMemory().Pin();
        try
        {
            return new OrtValue(Create(pin, (nuint)data.Length * (nuint)Unsafe.SizeOf<T>(), type, shape)) { _pin = pin };
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>The entries of a tensor, as long as the value lives.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <exception cref="OnnxRuntimeException">The entries are of another type.</exception>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged => GetTensorMutableDataAsSpan<T>();

    /// <summary>The entries of a tensor for writing, as long as the value lives.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <exception cref="OnnxRuntimeException">The entries are of another type.</exception>
    public unsafe Span<T> GetTensorMutableDataAsSpan<T>()
        where T : unmanaged
    {
        OrtTensorTypeAndShapeInfo info = GetTensorTypeAndShape();
        TensorElementType type = ElementTypes.Of(typeof(T));
        if (info.ElementDataType != type)
        {
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"The tensor holds {info.ElementDataType}, not {type}.");
        }

        using HandleLease lease = _handle.Lease();
        return new Span<T>((void*)OrtApi.Instance.Make(OrtSlot.GetTensorMutableData, lease.Value), checked((int)info.ElementCount));
    }

    /// <summary>The tensor's element type and shape.</summary>
    /// <exception cref="OnnxRuntimeException">The value is no tensor.</exception>
    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        using HandleLease lease = _handle.Lease();
        using var info = new OrtHandle(OrtApi.Instance.Make(OrtSlot.GetTensorTypeAndShape, lease.Value), OrtSlot.ReleaseTensorTypeAndShapeInfo);
        using HandleLease infoLease = info.Lease();
        return new OrtTensorTypeAndShapeInfo(infoLease.Value);
    }

    /// <summary>Releases the value and unpins its array.</summary>
    public void Dispose()
    {
        _handle.Dispose();
        _pin.Dispose();
        _pin = default;
    }

    internal HandleLease Lease() => _handle.Lease();

    private static unsafe nint Create(MemoryHandle pin, nuint bytes, TensorElementType type, long[] shape)
    {
        OrtApi api = OrtApi.Instance;
        using HandleLease memory = CpuMemory.Info.Lease();
        nint value;
        fixed (long* dimensions = shape)
        {
            api.Check(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)api[OrtSlot.CreateTensorWithDataAsOrtValue])(
                memory.Value, pin.Pointer, bytes, dimensions, (nuint)shape.Length, (int)type, &value));
        }

        return value;
    }
}
