using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace OnnxRuntime.Native.Tests;

public sealed class OrtValueTests
{
    [Fact]
    public void A_tensor_shares_its_array()
    {
        long[] data = [1, 2, 3, 4, 5, 6];
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(data, [2, 3]);

        Assert.True(value.IsTensor);
        Assert.Equal(OnnxValueType.ONNX_TYPE_TENSOR, value.OnnxType);
        Assert.Equal([2, 3], value.GetTensorTypeAndShape().Shape);
        value.GetTensorMutableDataAsSpan<long>()[4] = 50;
        Assert.Equal(50, data[4]);
        Assert.Equal(data, value.GetTensorDataAsSpan<long>().ToArray());
    }

    [Fact]
    public void A_tensor_without_dimensions_has_one_entry()
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(new[] { 2.5 }, []);
        Assert.Equal(1, value.GetTensorTypeAndShape().ElementCount);
        Assert.Equal(2.5, value.GetTensorDataAsSpan<double>()[0]);
    }

    [Fact]
    public void Types_map_to_element_types()
    {
        Assert.Equal(TensorElementType.Float, TypeOf(new float[1]));
        Assert.Equal(TensorElementType.Double, TypeOf(new double[1]));
        Assert.Equal(TensorElementType.Int64, TypeOf(new long[1]));
        Assert.Equal(TensorElementType.Int32, TypeOf(new int[1]));
        Assert.Equal(TensorElementType.Int16, TypeOf(new short[1]));
        Assert.Equal(TensorElementType.Int8, TypeOf(new sbyte[1]));
        Assert.Equal(TensorElementType.UInt8, TypeOf(new byte[1]));
        Assert.Equal(TensorElementType.UInt16, TypeOf(new ushort[1]));
        Assert.Equal(TensorElementType.UInt32, TypeOf(new uint[1]));
        Assert.Equal(TensorElementType.UInt64, TypeOf(new ulong[1]));
        Assert.Equal(TensorElementType.Bool, TypeOf(new bool[1]));
        Assert.Throws<NotSupportedException>(static () => TypeOf(new decimal[1]));
    }

    [Fact]
    public void A_shape_larger_than_the_array_is_an_error()
    {
        var error = Assert.Throws<OnnxRuntimeException>(static () => OrtValue.CreateTensorValueFromMemory(new float[5], [2, 3]));
        Assert.StartsWith("[ErrorCode:InvalidArgument]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_as_another_type_is_an_error()
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(new float[2], [2]);
        Assert.Throws<OnnxRuntimeException>(() => value.GetTensorDataAsSpan<int>().Length);
    }

    [Fact]
    public void A_disposed_value_says_so()
    {
        OrtValue value = OrtValue.CreateTensorValueFromMemory(new float[2], [2]);
        value.Dispose();
        value.Dispose();
        Assert.Throws<ObjectDisposedException>(() => value.IsTensor);
    }

    private static TensorElementType TypeOf<T>(T[] data)
        where T : unmanaged
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(data, [data.Length]);
        return value.GetTensorTypeAndShape().ElementDataType;
    }
}
