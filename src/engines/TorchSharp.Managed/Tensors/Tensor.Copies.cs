namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with its own memory.</summary>
        /// <returns>The result.</returns>
        public Tensor clone() => Copies.Clone(this);

        /// <summary>The elements row by row without gaps: another handle if they are, else a copy.</summary>
        /// <returns>The result.</returns>
        public Tensor contiguous() => is_contiguous() ? alias() : Copies.Clone(this, contiguous: true);

        /// <summary>Writes another tensor's elements here, broadcasting and casting them.</summary>
        /// <param name="source">The source.</param>
        /// <param name="nonBlocking">Without effect here.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Copies.Into(this, source);

        /// <summary>Sets all elements to a number.</summary>
        /// <param name="value">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor fill_(Scalar value) => Filling.Fill(this, value);

        /// <summary>Sets all elements to 0.</summary>
        /// <returns>Another handle to the tensor.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor zero_() => Filling.Fill(this, 0).alias();

        /// <summary>Makes this a window on another tensor's memory, with its shape.</summary>
        /// <param name="source">The source.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The types differ, or the tensor is a leaf that requires grad outside no_grad.</exception>
        public Tensor set_(Tensor source)
        {
            TensorImpl other = source.Impl;
            if (other.Dtype != dtype)
            {
                throw TorchError.Of($"set_(): the tensor has elements of type {dtype}, the source of type {other.Dtype}");
            }

            InPlace.Check(this);
            Impl.SetTo(other);
            return this;
        }

        /// <summary>The elements cast to a type.</summary>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moving.To(this, type, copy, disposeAfter);

        /// <summary>The elements cast to a type.</summary>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => Moving.To(this, type, copy, disposeAfter);

        /// <summary>The elements cast to another tensor's type.</summary>
        /// <param name="other">The tensor whose type to take.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        public Tensor to(Tensor other, bool non_blocking = false) => Moving.To(this, other.dtype, copy: false, disposeAfter: false);

        /// <summary>The tensor on a device.</summary>
        /// <param name="device">Where the tensor lives: the processor.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moving.To(this, new Device(device), copy, disposeAfter);

        /// <summary>The tensor on a device.</summary>
        /// <param name="device">Where the tensor lives: the processor.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => Moving.To(this, device, copy, disposeAfter);

        /// <summary>The tensor on a device.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">The device's number.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moving.To(this, new Device(deviceType, deviceIndex), copy, disposeAfter);

        /// <summary>The elements cast to a type, on a device.</summary>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <param name="device">Where the tensor lives: the processor.</param>
        /// <param name="copy">Copies even if nothing would change.</param>
        /// <param name="disposeAfter">Disposes this tensor afterwards.</param>
        /// <param name="non_blocking">Without effect here.</param>
        /// <returns>The result.</returns>
        /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Available(device);
            return Moving.To(this, type, copy, disposeAfter);
        }

        /// <summary>The tensor on the processor, where it is.</summary>
        /// <returns>Another handle.</returns>
        public Tensor cpu() => alias();
    }
}
