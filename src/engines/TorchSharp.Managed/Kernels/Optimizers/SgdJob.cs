using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The descent step of a range of elements.</summary>
internal unsafe struct SgdJob<T> : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T* Parameter;
    public T* Gradient;
    public T* Buffer;
    public bool FirstStep;
    public bool Nesterov;
    public T Rate;
    public T Momentum;
    public T Fresh;
    public T WeightDecay;

    public readonly void Run(nint from, nint to)
    {
        nint index = from;
        Vector<T> rate = new(Rate), momentum = new(Momentum), fresh = new(Fresh), weightDecay = new(WeightDecay);
        for (; index + Vector<T>.Count <= to; index += Vector<T>.Count)
        {
            Vector<T> weight = Vector.Load(Parameter + index);
            Vector<T> slope = Vector.Load(Gradient + index) + (weightDecay * weight);
            if (Buffer != null)
            {
                Vector<T> moving = FirstStep ? slope : (momentum * Vector.Load(Buffer + index)) + (fresh * slope);
                Vector.Store(moving, Buffer + index);
                slope = Nesterov ? slope + (momentum * moving) : moving;
            }

            Vector.Store(weight + (rate * slope), Parameter + index);
        }

        for (; index < to; index++)
        {
            T slope = Gradient[index] + (WeightDecay * Parameter[index]);
            if (Buffer != null)
            {
                T moving = FirstStep ? slope : (Momentum * Buffer[index]) + (Fresh * slope);
                Buffer[index] = moving;
                slope = Nesterov ? slope + (Momentum * moving) : moving;
            }

            Parameter[index] += Rate * slope;
        }
    }
}
