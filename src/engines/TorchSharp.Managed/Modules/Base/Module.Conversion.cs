using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Conversion of element types and devices.</content>
        public partial class Module
        {
            /// <summary>
            /// Converts parameters and floating point buffers to another type. The tensors stay the same objects;
            /// gradients are dropped.
            /// </summary>
            /// <param name="dtype">The type.</param>
            /// <param name="non_blocking">Has no effect on the processor.</param>
            /// <returns>The module itself.</returns>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                using IDisposable mode = no_grad();
                foreach (Tensor tensor in parameters().Concat(buffers()))
                {
                    // Counts and index tables stay integers.
                    if (tensor.dtype != dtype && Dtype.IsFloating(tensor.dtype))
                    {
                        using Scratch scratch = Scratch.Begin();
                        tensor.grad = null;
                        tensor.Impl.SetTo(tensor.to(dtype).Impl);
                    }
                }

                return this;
            }

            /// <summary>Converts parameters and floating point buffers to another type; this engine has one device.</summary>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The type.</param>
            /// <param name="non_blocking">Has no effect on the processor.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="InvalidOperationException">The device is not available.</exception>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _ = Available(device);
                return _to(dtype, non_blocking);
            }

            /// <summary>Does nothing for the one device there is.</summary>
            /// <param name="deviceType">The device's kind: the processor.</param>
            /// <param name="deviceIndex">The device's number.</param>
            /// <param name="non_blocking">Has no effect on the processor.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="InvalidOperationException">The device is not available.</exception>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _ = Available(new Device(deviceType, deviceIndex));
                return this;
            }
        }
    }
}
