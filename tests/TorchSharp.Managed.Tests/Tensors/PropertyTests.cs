using TorchSharp.Managed.Tests.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Tensors;

/// <summary>Members that tell what a value is, rather than compute one.</summary>
[Collection(nameof(SharedStateCollection))]
public class PropertyTests
{
    [Fact]
    public void ATensorTellsItsSize()
    {
        using Tensor x = zeros(2, 3, 4);
        Assert.Equal(24, x.NumberOfElements);
        Assert.Equal(24, x.numel());
        Assert.Equal(3, x.ndim);
        Assert.Equal(3, x.dim());
        Assert.Equal([12, 4, 1], x.stride());
        using Tensor scalar = tensor(1.5);
        Assert.Equal((0, 1), (scalar.dim(), scalar.NumberOfElements));
    }

    [Fact]
    public void TensorsAreMadeFromArrays()
    {
        using Tensor a = as_tensor(new[] { 1, 2, 3 });
        Assert.Equal(ScalarType.Int32, a.dtype);
        using Tensor b = as_tensor(new[] { 1.5, 2.5 }, float32);
        Assert.Equal([1.5f, 2.5f], b.data<float>().ToArray());
        using Tensor c = from_array(new long[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], c.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], c.data<long>().ToArray());
        using Tensor d = empty_like(c, ScalarType.Float64);
        Assert.Equal([2, 3], d.shape);
        Assert.Equal(ScalarType.Float64, d.dtype);
        Assert.Equal(ScalarType.Byte, tensor(new byte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int8, tensor(new sbyte[] { -1 }).dtype);
    }

    [Fact]
    public void HalfPrecisionIsRefusedByName()
    {
        Exception error = Assert.ThrowsAny<Exception>(() => zeros(2, ScalarType.Float16));
        Assert.Contains("Float16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThreadsAreSetAndCudaIsAbsent()
    {
        int before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }

        Assert.False(cuda_is_available());
        using var generator = new Generator(5);
        Assert.Equal(5, generator.initial_seed());
        var device = new Device("cpu");
        Assert.Equal(DeviceType.CPU, device.type);
    }

    [Fact]
    public void AGeneratorGoesBackToItsState()
    {
        using Tensor state = Generator.Default.get_state();
        using Tensor first = rand(5);
        Generator.Default.set_state(state);
        using Tensor again = rand(5);
        Assert.Equal(first.data<float>().ToArray(), again.data<float>().ToArray());
    }

    [Fact]
    public void SizesAreValues()
    {
        Size size = (2, 3);
        Assert.Equal(new Size([2, 3]), size);
        Assert.Equal(new Size([2, 3]).GetHashCode(), size.GetHashCode());
        Assert.Equal(6, size.numel());
        Assert.False(size.IsEmpty);
        Assert.False(size.IsScalar);
        Assert.True(Size.Empty.IsScalar);
        Assert.Equal([3], size.Slice(1, 2).Shape);
        Scalar half = 0.5;
        Assert.Equal(ScalarType.Float64, half.Type);
    }

    [Fact]
    public void AScopeHoldsMovesAndLetsGo()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor kept, other, detached;
        using (DisposeScope inner = NewDisposeScope())
        {
            kept = inner.MoveToOuter(zeros(1));
            other = inner.MoveToOther(outer, zeros(1));
            detached = inner.Detach(zeros(1));
            Tensor lost = zeros(1);
            Tensor spared = zeros(1);
            Assert.Equal(2, inner.DisposablesView.Count);
            inner.DisposeEverythingBut(spared);
            Assert.True(lost.IsInvalid);
            Assert.False(spared.IsInvalid);
            inner.MarkAsDisposed(spared);
            Assert.Empty(inner.DisposablesView);
            spared.Dispose();
        }

        Assert.False(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.True(outer.Contains(kept) && outer.Contains(other) && !outer.Contains(detached));
        outer.DisposeEverything();
        Assert.True(kept.IsInvalid && other.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }
}
