using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>Numbers in double precision, on the device where they are if it has it.</summary>
internal static class WideNumbers
{
    /// <summary>Where a tensor's numbers are computed with in double precision: some accelerators have none.</summary>
    public static Device Device(Tensor values) => values.device_type == DeviceType.MPS ? CPU : values.device;

    /// <summary>A tensor's numbers, without gradients.</summary>
    public static Tensor Of(Tensor values)
    {
        var plain = values.detach();
        return Widened(plain.device_type == DeviceType.MPS ? plain.cpu() : plain);
    }

    /// <summary>One number for each neuron, on the host.</summary>
    public static double[] ToHost(Tensor values)
    {
        var near = values.device_type == DeviceType.CPU ? values : values.cpu();
        return Widened(near).data<double>().ToArray();
    }

    private static Tensor Widened(Tensor values) => values.dtype == ScalarType.Float64 ? values : values.to(ScalarType.Float64);
}
