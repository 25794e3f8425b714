namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Names a device.</summary>
    /// <param name="description">A device type, with an index where there is one: <c>cpu</c>, <c>cuda:0</c>.</param>
    /// <returns>The device.</returns>
    public static Device device(string description) => Available(new Device(description));

    /// <summary>Names a CUDA device.</summary>
    /// <param name="index">The device's number.</param>
    /// <returns>The device.</returns>
    public static Device device(int index) => Available(new Device(index));

    /// <summary>Names a device.</summary>
    /// <param name="deviceType">The device type: <c>cpu</c>, <c>cuda</c>.</param>
    /// <param name="index">The device's number, or -1.</param>
    /// <returns>The device.</returns>
    public static Device device(string deviceType, int index = -1) => Available(new Device(deviceType, index));

    /// <summary>Names a device.</summary>
    /// <param name="deviceType">The device type.</param>
    /// <param name="index">The device's number, or -1.</param>
    /// <returns>The device.</returns>
    public static Device device(DeviceType deviceType, int index = -1) => Available(new Device(deviceType, index));

    /// <summary>Whether CUDA devices can be used.</summary>
    /// <returns>Always false: this engine runs on the processor.</returns>
    public static bool cuda_is_available() => false;

    /// <summary>Refuses any device but the processor.</summary>
    internal static Device Available(Device? device) =>
        device is null || device.type == DeviceType.CPU
            ? device ?? CPU
            : throw new InvalidOperationException($"Torch device type {device.type} is not available: this engine runs on the CPU. Use torch.CPU, or a libtorch package with {device.type} support.");

    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        /// <summary>Names a device by its description.</summary>
        /// <param name="description">A device type, with an index where there is one: <c>cpu</c>, <c>cuda:0</c>.</param>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            string[] parts = description.Split(':');
            type = ParseType(parts[0]);
            index = parts.Length switch
            {
                1 => DefaultIndex(type),
                2 when int.TryParse(parts[1], out int number) => number,
                _ => throw new ArgumentException($"Invalid device string: '{description}'.", nameof(description)),
            };
        }

        /// <summary>Names a device by type and number.</summary>
        /// <param name="deviceType">The device type: <c>cpu</c>, <c>cuda</c>.</param>
        /// <param name="index">The device's number, or -1.</param>
        public Device(string deviceType, int index = -1)
            : this(ParseType(deviceType), index)
        {
        }

        /// <summary>Names a device by type and number.</summary>
        /// <param name="deviceType">The device type.</param>
        /// <param name="index">The device's number, or -1.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index == -1 ? DefaultIndex(deviceType) : index;
        }

        /// <summary>Names a CUDA device by its number.</summary>
        /// <param name="index">The device's number.</param>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>The device's number; -1 for the processor.</summary>
        public int index { get; }

        /// <summary>Names a device by its description.</summary>
        /// <param name="description">A device type, with an index where there is one.</param>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The device's description.</summary>
        /// <returns>For example <c>cpu</c> or <c>cuda:0</c>.</returns>
        public override string ToString()
        {
            string name = type.ToString().ToLowerInvariant();
            return type == DeviceType.CPU || index < 0 ? name : $"{name}:{index}";
        }

        private static int DefaultIndex(DeviceType type) => type == DeviceType.CPU ? -1 : 0;

        private static DeviceType ParseType(string name) =>
            Enum.TryParse(name, ignoreCase: true, out DeviceType type)
                ? type
                : throw new ArgumentException($"Requested value '{name.ToUpperInvariant()}' was not found: it is not a device type.", nameof(name));
    }
}
