using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxTensorsTests
{
    [Theory]
    [InlineData(ScalarType.Float32, OnnxElementType.Float)]
    [InlineData(ScalarType.Float64, OnnxElementType.Double)]
    [InlineData(ScalarType.Float16, OnnxElementType.Float16)]
    [InlineData(ScalarType.BFloat16, OnnxElementType.BFloat16)]
    [InlineData(ScalarType.Int64, OnnxElementType.Int64)]
    [InlineData(ScalarType.Int32, OnnxElementType.Int32)]
    [InlineData(ScalarType.Int16, OnnxElementType.Int16)]
    [InlineData(ScalarType.Int8, OnnxElementType.Int8)]
    [InlineData(ScalarType.Byte, OnnxElementType.UInt8)]
    [InlineData(ScalarType.Bool, OnnxElementType.Bool)]
    public void ATensorKeepsItsTypeShapeAndEntries(ScalarType dtype, OnnxElementType type)
    {
        using var scope = NewDisposeScope();
        var transposed = tensor([0f, 1f, 2f, 3f, 4f, 5f], [2, 3]).to_type(dtype).t();
        var array = transposed.ToOnnxArray();
        Assert.Equal(type, array.ElementType);
        Assert.Equal([3, 2], array.Shape);
        Assert.Equal(dtype == ScalarType.Bool ? [0, 1, 1, 1, 1, 1] : [0, 3, 1, 4, 2, 5], array.ToDoubles());
    }

    [Fact]
    public void ATypeWithoutAnOnnxFormIsNamed()
    {
        using var complex = zeros(2, dtype: ScalarType.ComplexFloat32);
        var error = Assert.Throws<OnnxExportException>(() => complex.ToOnnxArray());
        Assert.Contains("ComplexFloat32", error.Message, StringComparison.Ordinal);
    }
}
