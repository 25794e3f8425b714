using System.Numerics;

namespace DtcGen.Tomography;

/// <summary>
/// The discrete Fourier transform of any length by Bluestein's chirp: a circular convolution of the next
/// power of two. Transforms <see cref="Lanes"/> sequences at once; number j of lane l stands at
/// j·<see cref="Lanes"/> + l.
/// </summary>
internal sealed class ChirpTransform
{
    /// <summary>How many sequences are transformed at once.</summary>
    public const int Lanes = 4;

    private readonly int _length;
    private readonly PowerOfTwoTransform _convolution;
    private readonly double[] _chirpReal;
    private readonly double[] _chirpImaginary;
    private readonly double[] _kernelReal;
    private readonly double[] _kernelImaginary;

    public ChirpTransform(int length)
    {
        _length = length;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * length) - 1));
        _convolution = new PowerOfTwoTransform(size);
        _chirpReal = new double[length];
        _chirpImaginary = new double[length];
        var real = new double[size * Lanes];
        var imaginary = new double[size * Lanes];
        for (var j = 0; j < length; j++)
        {
            // j² is reduced first: the angle of a large square would lose its digits.
            var (sin, cos) = Math.SinCos(Math.PI * ((long)j * j % (2L * length)) / length);
            _chirpReal[j] = cos;
            _chirpImaginary[j] = sin;
            real[j * Lanes] = cos;
            imaginary[j * Lanes] = sin;
            if (j > 0)
            {
                real[(size - j) * Lanes] = cos;
                imaginary[(size - j) * Lanes] = sin;
            }
        }

        _convolution.Forward(real, imaginary);
        _kernelReal = new double[size];
        _kernelImaginary = new double[size];
        for (var k = 0; k < size; k++)
        {
            _kernelReal[k] = real[k * Lanes] / size;
            _kernelImaginary[k] = imaginary[k * Lanes] / size;
        }
    }

    /// <summary>How many numbers the arrays given to <see cref="Transform"/> must hold.</summary>
    public int WorkspaceLength => _convolution.Length * Lanes;

    /// <summary>Transforms in place; what stands beyond the sequences is overwritten.</summary>
    public void Transform(double[] real, double[] imaginary)
    {
        ApplyChirp(real, imaginary);
        Array.Clear(real, _length * Lanes, WorkspaceLength - (_length * Lanes));
        Array.Clear(imaginary, _length * Lanes, WorkspaceLength - (_length * Lanes));
        _convolution.Forward(real, imaginary);
        for (var k = 0; k < _kernelReal.Length; k++)
        {
            ComplexLanes.Multiply(real, imaginary, k * Lanes, _kernelReal[k], _kernelImaginary[k]);
        }

        _convolution.Inverse(real, imaginary);
        ApplyChirp(real, imaginary);
    }

    private void ApplyChirp(double[] real, double[] imaginary)
    {
        for (var j = 0; j < _length; j++)
        {
            ComplexLanes.Multiply(real, imaginary, j * Lanes, _chirpReal[j], -_chirpImaginary[j]);
        }
    }
}
