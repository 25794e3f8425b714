namespace TorchSharp;

/// <summary>Conversions that give a module back under its own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts parameters and floating point buffers to another type, in new tensors.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="type">The type of elements.</param>
    /// <param name="non_blocking">Has no effect on the processor.</param>
    /// <returns>The module itself.</returns>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module
    {
        module._to(type, non_blocking);
        return module;
    }

    /// <summary>Converts parameters and floating point buffers to another type, in new tensors.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="type">The type of elements.</param>
    /// <param name="non_blocking">Has no effect on the processor.</param>
    /// <returns>The module itself.</returns>
    /// <exception cref="InvalidOperationException">The device is not available.</exception>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module
    {
        module._to(device, type, non_blocking);
        return module;
    }

    /// <summary>Moves parameters and buffers to a device.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="non_blocking">Has no effect on the processor.</param>
    /// <returns>The module itself.</returns>
    /// <exception cref="InvalidOperationException">The device is not available.</exception>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : torch.nn.Module
    {
        module._to(device.type, device.index, non_blocking);
        return module;
    }

    /// <summary>Moves parameters and buffers to a device.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The device's kind: the processor.</param>
    /// <param name="deviceIndex">The device's number.</param>
    /// <param name="non_blocking">Has no effect on the processor.</param>
    /// <returns>The module itself.</returns>
    /// <exception cref="InvalidOperationException">The device is not available.</exception>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module
    {
        module._to(deviceType, deviceIndex, non_blocking);
        return module;
    }

    /// <summary>Moves parameters and buffers to the processor, where they are.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Has no effect on the processor.</param>
    /// <returns>The module itself.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(DeviceType.CPU, -1, non_blocking);
}
